import { accessSync, constants, createReadStream } from 'node:fs'
import path from 'node:path'
import type { LineFault } from '@/exchange/faults'
import { filesIn } from '@/exchange/files-beside'
import { importBriefings } from '@/exchange/import-briefings'
import { readLines } from '@/exchange/read-lines'
import { filesFolderOf } from '@/exchange/stored-files'
import { flushedAtTheEnd } from '../command/flush-at-the-end'
import type { ImportCommand } from './options'

const said = ({ line, field, message }: LineFault): string =>
  field === 'line' ? `Line ${line} ${message}` : `Line ${line}: ${field} ${message}`

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`
}

/** Brings in the briefings of a JSON Lines file, and says what became of each line that was not simply stored. */
export async function importBriefingsFile(command: ImportCommand, file: string): Promise<void> {
  const { 'dry-run': isDryRun = false, announce: isAnnounced = false, files } = command.values
  const folders = files ? [files] : [filesFolderOf(file), path.dirname(file)]
  accessSync(file, constants.R_OK)
  const payload = await command.payload()
  const report = await flushedAtTheEnd(payload, () =>
    importBriefings({
      payload,
      isDryRun,
      isAnnounced,
      beside: filesIn(...folders),
      lines: () => readLines(createReadStream(file) as AsyncIterable<Buffer>),
      onProgress: (done, of) => command.progress(`${done} of ${of} lines`),
    }),
  )
  const { created, updated, unchanged, invalid, errors, notes } = report
  for (const note of notes) console.error(`${said(note)}.`)
  for (const fault of errors) console.error(`Refused: ${said(fault)}.`)
  const would = isDryRun ? 'Nothing was stored. It would be: ' : ''
  command.say(
    `${would}${created} created, ${updated} updated, ${unchanged} unchanged, ` +
      `${counted(invalid, 'line', 'lines')} refused.`,
  )
  command.answer({ created, updated, unchanged, invalid, errors })
  if (errors.length > 0) command.endAsFailed()
}
