import config from '@payload-config'
import { generateImportMap, getPayload } from 'payload'
import { generateTypes } from 'payload/node'

const HELP = `npm run generate                      types and the admin's import map, from the collections
npm run generate -- migration NAME    a migration from the last one to the collections as they are now`

const [task, name] = process.argv.slice(2)

if (task === '--help') {
  console.log(HELP)
} else if (task === 'migration' && name) {
  const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
  await payload.db.createMigration({ migrationName: name, payload, forceAcceptWarning: false })
} else if (task === undefined) {
  await generateTypes(await config)
  await generateImportMap(await config, { force: true, log: true })
} else {
  console.error(HELP)
  process.exitCode = 2
}
