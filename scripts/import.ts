import { runCommand, WrongUse } from './command/run-command'
import { importMembersFile } from './import/members'
import { OPTIONS } from './import/options'

const HELP = `npm run import -- members FILE.csv --organisation SLUG [--dry-run] [--invite]

Adds the members of one organisation, or brings their names and job titles up to date. The first line names the columns:
email, name, job_title, topics (separated by ;), subscribed_at (ISO date), consent (the words agreed to).

  --dry-run   say what would happen, store nothing
  --invite    mail each new member a link to sign in

Nobody is subscribed to the Bulletin but rows with subscribed_at and consent. --json answers as one object on the last line.`

await runCommand({ help: HELP, options: OPTIONS }, async (command) => {
  const [what, file, ...more] = command.words
  if (what !== 'members' || !file || more.length > 0) {
    throw new WrongUse('Say what to import, and from which file: members FILE.csv.')
  }
  await importMembersFile(command, file)
})
