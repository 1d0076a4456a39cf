import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { userInfo } from 'node:os'
import { pipeline } from 'node:stream/promises'
import { theService } from '@/access/record/audit-entry'
import { keepRecord } from '@/access/record/keep-record'
import { exportBriefings } from '@/exchange/export-briefings'
import { keepFilesIn } from '@/exchange/export-files'
import { filesFolderOf } from '@/exchange/stored-files'
import type { Command } from '../command/run-command'

export const EXPORT_OPTIONS = { out: { type: 'string' }, files: { type: 'string' } } as const

type ExportCommand = Command<typeof EXPORT_OPTIONS>

/** Writes every briefing to a file, or to standard output, and says what could not be written. */
export async function exportBriefingsFile(command: ExportCommand): Promise<void> {
  const { out, files = out && filesFolderOf(out) } = command.values
  const payload = await command.payload()
  const counts = { briefings: 0, leftOut: 0, withoutFiles: 0 }

  async function* lines(): AsyncGenerator<string> {
    const onProgress = (done: number, of: number) => command.progress(`${done} of ${of} briefings`)
    const keepFile = files ? keepFilesIn(payload, files) : null
    for await (const exported of exportBriefings(payload, onProgress, keepFile)) {
      if (exported.kind === 'left-out') {
        counts.leftOut += 1
        console.error(`${exported.reference} was left out: it is a draft without a title.`)
        continue
      }
      counts.briefings += 1
      if (exported.lacksFiles) counts.withoutFiles += 1
      yield `${exported.line}\n`
    }
  }

  if (out) {
    const part = `${out}.part`
    await pipeline(Readable.from(lines()), createWriteStream(part))
    await rename(part, out)
    command.say(`Wrote ${counts.briefings} briefings to ${out}.`)
  } else await pipeline(Readable.from(lines()), process.stdout, { end: false })
  if (counts.withoutFiles > 0) {
    const why = files ? 'are gone from the uploads folder' : 'need a folder: --files FOLDER'
    console.error(`Files of ${counts.withoutFiles} briefings were left out: they ${why}.`)
  }
  await keepRecord(payload, {
    act: 'exported',
    by: { ...theService, name: userInfo().username },
    details: `${counts.briefings} briefings, at the command line`,
    now: new Date(),
  })
  command.answer(counts)
  if (counts.leftOut + counts.withoutFiles > 0) command.endAsFailed()
}
