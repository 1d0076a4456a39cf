import { runCommand, WrongUse } from './command/run-command'
import { EXPORT_OPTIONS, exportBriefingsFile } from './export/briefings'

const HELP = `npm run export -- briefings [--out FILE.jsonl] [--files FOLDER]

Writes every briefing, one JSON object a line, to the file or to standard output. npm run import -- briefings reads it back,
and importing it where it came from changes nothing. docs/briefings-file.md has the fields.

  --out FILE   the file to write; one of that name is replaced once the new one is whole
  --files FOLDER  where attachments and pictures go; without it, beside the file: FILE.files, made if there are any
  --json       with --out: answer as one object on the last line`

await runCommand({ help: HELP, options: EXPORT_OPTIONS }, async (command) => {
  const [what, ...more] = command.words
  if (what !== 'briefings' || more.length > 0) throw new WrongUse('Say what to export: briefings.')
  if (command.isJson && !command.values.out) throw new WrongUse('--json needs --out FILE.')
  await exportBriefingsFile(command)
})
