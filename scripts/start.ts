import { existsSync } from 'node:fs'
import path from 'node:path'
import { missingMigrations } from '@/repair/missing-migrations'
import { unknownMigrations } from '@/repair/unknown-migrations'
import { migrations } from '../migrations'
import { PROJECT_ROOT } from './building/project-root'
import { ending, serveSite } from './building/run-next'
import { runCommand } from './command/run-command'

const HELP = `npm start    serves the built site on PORT, with the worker inside where WORKER=inside`

await runCommand({ help: HELP, options: {} }, async (command) => {
  const settings = await command.settings()
  if (!existsSync(path.join(PROJECT_ROOT, '.next/BUILD_ID'))) {
    throw new Error('There is no build to serve. Make one first: npm run build')
  }
  const names = migrations.map(({ name }) => name)
  if (unknownMigrations(settings.database, names).length > 0) {
    throw new Error('The database was made by a newer version of Signpost. Install that version.')
  }
  if (missingMigrations(settings.database, names).length > 0) {
    throw new Error('The database is not up to date. Bring it there first: npm run migrate')
  }
  process.exitCode = await ending(serveSite(settings))
})
