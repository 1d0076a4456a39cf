import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { exportBriefings } from '@/exchange/export-briefings'
import type { Command } from '../command/run-command'

export const EXPORT_OPTIONS = { out: { type: 'string' } } as const

type ExportCommand = Command<typeof EXPORT_OPTIONS>

/** Writes every briefing to a file, or to standard output, and says what could not be written. */
export async function exportBriefingsFile(command: ExportCommand): Promise<void> {
  const { out } = command.values
  const payload = await command.payload()
  const counts = { briefings: 0, leftOut: 0, withoutFiles: 0 }

  async function* lines(): AsyncGenerator<string> {
    const onProgress = (done: number, of: number) => command.progress(`${done} of ${of} briefings`)
    for await (const exported of exportBriefings(payload, onProgress)) {
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
    console.error(`The attachments of ${counts.withoutFiles} briefings are not in the file.`)
  }
  command.answer(counts)
  if (counts.leftOut + counts.withoutFiles > 0) command.endAsFailed()
}
