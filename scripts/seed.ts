import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from './command/run-command'
import { isEmpty, seedDemonstration } from './seed/seed-demonstration'

const HELP = `npm run seed -- [--force]

Loads the demonstration content of the folder demo into an empty database.

  --force   load it beside what is there; rows of the same name are left as they stand

The staff accounts it makes have random passwords. Set one with: npm run staff -- create --help
`

const DEMO = path.join(path.dirname(fileURLToPath(import.meta.url)), '../demo')

await runCommand({ help: HELP, options: { force: { type: 'boolean' } } }, async (command) => {
  const payload = await command.payload()
  if (!command.values.force && !(await isEmpty(payload))) {
    throw new Error(
      'The database is not empty, so nothing was loaded. Add --force to load the demonstration beside what is there.',
    )
  }
  const begun = performance.now()
  const content = await seedDemonstration({
    payload,
    folder: DEMO,
    passwordOf: () => randomBytes(18).toString('base64url'),
    now: new Date(),
    onProgress: command.progress,
  })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  command.say(
    `Loaded ${content.briefings.length} briefings, ${content.articles.length} articles, ` +
      `${content.sources.length} sources and ${content.members.length} members in ${seconds} s.`,
  )
})
