import { existsSync } from 'node:fs'
import path from 'node:path'
import { PROJECT_ROOT } from './building/project-root'
import { ending, serveSite } from './building/run-next'
import { refuseOtherDatabases } from './command/refuse-other-databases'
import { runCommand } from './command/run-command'

const HELP = `npm start    serves the built site on PORT, with the worker inside where WORKER=inside`

await runCommand({ help: HELP, options: {} }, async (command) => {
  const settings = await command.settings()
  refuseOtherDatabases(settings)
  if (!existsSync(path.join(PROJECT_ROOT, '.next/BUILD_ID'))) {
    throw new Error('There is no build to serve. Make one first: npm run build')
  }
  process.exitCode = await ending(serveSite(settings))
})
