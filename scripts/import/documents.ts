import type { LineFault } from '@/exchange/faults'
import { importDocuments } from '@/exchange/import-documents'
import { flushedAtTheEnd } from '../command/flush-at-the-end'
import type { ImportCommand } from './options'

/** Brings in a folder of documents as drafts, and says of each what became of it and what could not be brought over. */
export async function importDocumentsFolder(command: ImportCommand, folder: string): Promise<void> {
  const { 'dry-run': isDryRun = false } = command.values
  const payload = await command.payload()
  const report = await flushedAtTheEnd(payload, () =>
    importDocuments({
      payload,
      folder,
      isDryRun,
      onProgress: (done, of) => command.progress(`${done} of ${of} documents`),
    }),
  )
  const { created, updated, unchanged, invalid, documents } = report
  const named = (fault: LineFault) => ({ ...fault, document: documents[fault.line - 1] ?? '' })
  const said = ({ document, field, message }: ReturnType<typeof named>) =>
    field === 'line' ? `${document} ${message}` : `${document}: ${field} ${message}`

  for (const name of report.passedOver) console.error(`${name} is no document: passed over.`)
  for (const name of report.alreadyHere) console.error(`${name} is here already: left as it is.`)
  for (const note of report.notes.map(named)) console.error(`${said(note)}.`)
  const errors = report.errors.map(named)
  for (const fault of errors) console.error(`Refused: ${said(fault)}.`)
  const would = isDryRun ? 'Nothing was stored. It would be: ' : ''
  command.say(
    `${would}${created} created as drafts, ${unchanged} here already, ${invalid} refused.`,
  )
  command.answer({ created, updated, unchanged, invalid, errors })
  if (errors.length > 0) command.endAsFailed()
}
