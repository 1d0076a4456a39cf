import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import { type BriefingLine, readBriefingLine } from './briefing-line'
import { atLine, type Fault, type LineFault } from './faults'
import { FileKeys } from './file-keys'
import { noFilesBeside, type ReadBeside } from './files-beside'
import { readNames } from './find-links'
import { importLine, type ImportOptions, type LineOutcome } from './import-line'
import type { FileLine } from './read-lines'
import { RelatedBriefings } from './related-briefings'

export type ImportBriefingsArguments = ImportOptions & {
  /** The lines of the file. Read twice: what comes later may be named before. */
  readonly lines: () => AsyncIterable<FileLine>
  /** Reads what lines name as lying beside the file. Without it, a line that names any is refused. */
  readonly beside?: ReadBeside
  readonly onProgress: (done: number, of: number) => void
}

export type ImportBriefingsReport = {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** Lines of which nothing was stored. */
  readonly invalid: number
  readonly errors: readonly LineFault[]
  /** What was stored otherwise than it was written, or could not be brought over. */
  readonly notes: readonly LineFault[]
}

type Read = { readonly line: number } & (
  | { readonly kind: 'read'; readonly briefing: BriefingLine }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
)

function readLine(read: FileLine): Read {
  if (read.kind === 'text') return { line: read.line, ...readBriefingLine(read.text) }
  return { line: read.line, kind: 'faulty', faults: [{ field: 'line', message: read.message }] }
}

/** What lines may refer to before it comes, and how many lines there are. */
async function lookAhead(payload: Payload, lines: AsyncIterable<FileLine>) {
  const related = new RelatedBriefings(payload, 'related')
  const replacing = new RelatedBriefings(payload, 'replacedBy')
  let count = 0
  for await (const fileLine of lines) {
    await setImmediate()
    count += 1
    const read = readLine(fileLine)
    if (read.kind !== 'read') continue
    related.expect(read.briefing)
    replacing.expect(read.briefing)
  }
  return { related, replacing, count }
}

/**
 * Brings a file of briefings in, a line at a time, each whole or not at all.
 *
 * Safe to repeat, also after a crash in the middle: a line that says what is stored changes nothing. The Bulletin
 * announces none of it unless `isAnnounced`. Memory holds a line, and the references of the file.
 */
export async function importBriefings(
  args: ImportBriefingsArguments,
): Promise<ImportBriefingsReport> {
  const { payload, isDryRun, isAnnounced, beside = noFilesBeside } = args
  const { related, replacing, count } = await lookAhead(payload, args.lines())
  const names = await readNames(payload)
  const keys = new FileKeys()
  const counts = { created: 0, updated: 0, unchanged: 0, invalid: 0 }
  const errors: LineFault[] = []
  const notes: LineFault[] = []
  let done = 0

  const bring = async (number: number, line: BriefingLine): Promise<LineOutcome> => {
    const repeated = keys.repeats(line)
    if (repeated) return { kind: 'faulty', faults: [repeated] }
    const relation = await related.of(line)
    if (relation.kind === 'faulty') return relation
    const replacement = await replacing.of(line)
    if (replacement.kind === 'faulty') return replacement
    const refusal = (id: string) => keys.repeatsBriefing(line, id)
    const outcome = await importLine({
      ...{ payload, isDryRun, isAnnounced, names, beside, line, refusal },
      related: relation.ids,
      replacedBy: replacement.ids,
    })
    if (outcome.kind === 'faulty') return outcome
    keys.note(number, line, outcome.id)
    if (!relation.isWaiting && !replacement.isWaiting) return outcome
    if (outcome.id && relation.isWaiting) related.later(number, outcome.id, line)
    if (outcome.id && replacement.isWaiting) replacing.later(number, outcome.id, line)
    return outcome.kind === 'unchanged' ? { ...outcome, kind: 'updated' } : outcome
  }

  for await (const fileLine of args.lines()) {
    await setImmediate()
    const read = readLine(fileLine)
    const outcome: LineOutcome = read.kind === 'read' ? await bring(read.line, read.briefing) : read
    done += 1
    args.onProgress(done, count)
    if (outcome.kind === 'faulty') {
      counts.invalid += 1
      errors.push(...atLine(read.line, outcome.faults))
      continue
    }
    counts[outcome.kind] += 1
    notes.push(...atLine(read.line, outcome.notes))
  }
  if (!isDryRun) {
    errors.push(...(await related.relateAll()), ...(await replacing.relateAll()))
  }
  return { ...counts, errors, notes }
}
