import { statSync } from 'node:fs'
import { runCommand, WrongUse } from './command/run-command'
import { importBriefingsFile } from './import/briefings'
import { importDocumentsFolder } from './import/documents'
import { importMembersFile } from './import/members'
import { OPTIONS } from './import/options'

const HELP = `npm run import -- briefings FILE.jsonl [--dry-run] [--announce] [--files FOLDER]
npm run import -- briefings FOLDER [--dry-run]
npm run import -- members FILE.csv --organisation SLUG [--dry-run] [--invite]

briefings   adds the briefings of a file, one JSON object a line, or brings them up to date. The same file again changes nothing.
            docs/briefings-file.md has the fields.

            Of a folder, its Word (.docx), HTML and Markdown documents become drafts, one each. One whose briefing is here already
            is left alone. What could not be brought over is named by document.

  --files FOLDER  where the attachments and pictures lie that the lines name; without it, in FILE.files or beside the file
  --announce  let the Bulletin announce what this import publishes; without it, none of it is announced

members     adds the members of one organisation, or brings their names and job titles up to date. The first line names the
            columns: email, name, job_title, topics (separated by ;), subscribed_at (ISO date), consent (the words agreed to).
            Nobody is subscribed to the Bulletin but rows with subscribed_at and consent.

  --invite    mail each new member a link to sign in: it is put on record here, and the worker sends it

  --dry-run   say what would happen, store nothing
  --json      answer as one object on the last line`

await runCommand({ help: HELP, options: OPTIONS }, async (command) => {
  const [what, file, ...more] = command.words
  const { announce, files, invite, organisation } = command.values
  if (!file || more.length > 0 || (what !== 'members' && what !== 'briefings')) {
    throw new WrongUse(
      'Say what to import, and from where: briefings FILE.jsonl, briefings FOLDER, or members FILE.csv.',
    )
  }
  if (what === 'briefings' && (invite ?? organisation)) {
    throw new WrongUse('--invite and --organisation are for members.')
  }
  if (what === 'members' && (announce ?? files)) {
    throw new WrongUse('--announce and --files are for briefings.')
  }
  if (what === 'members') return importMembersFile(command, file)
  const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false
  if (isFolder && announce)
    throw new WrongUse('Documents come in as drafts: there is nothing to announce.')
  if (isFolder && files) throw new WrongUse('--files goes with a file of briefings.')
  await (isFolder ? importDocumentsFolder : importBriefingsFile)(command, file)
})
