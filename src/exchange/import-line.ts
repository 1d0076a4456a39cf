import type { Payload } from 'payload'
import { idsOf } from '@/lib/ids'
import type { Briefing } from '@/payload-types'
import { type BriefingData, dataToSave, type Links, summaryOf } from './briefing-data'
import type { BriefingLine } from './briefing-line'
import type { Fault } from './faults'
import { findBriefing, latestOf, OVERLAID } from './find-briefing'
import { findLinks, type FindLinks, type Names, needsMaking, wrongTopics } from './find-links'
import { unknownSources } from './named-sources'
import { readBody } from './read-body'
import { saveBriefing } from './save-briefing'

export type ImportOptions = {
  readonly payload: Payload
  readonly isDryRun: boolean
  /** Whether the Bulletin announces what this import publishes. */
  readonly isAnnounced: boolean
}

export type LineOutcome =
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | {
      readonly kind: 'created' | 'updated' | 'unchanged'
      /** Null on a dry run that would create it. */
      readonly id: string | null
      readonly notes: readonly Fault[]
    }

type ImportLine = ImportOptions & {
  readonly names: Names
  readonly line: BriefingLine
  /** The ids of `related`, or undefined where they are left as they are for now. */
  readonly related: readonly string[] | undefined
  /** Why this line may not touch that briefing, or null. */
  readonly refusal: (briefingId: string) => Fault | null
}

const faulty = (...faults: readonly Fault[]): LineOutcome => ({ kind: 'faulty', faults })

type Prepared =
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly kind: 'prepared'; readonly data: BriefingData | null; readonly notes: Fault[] }

async function prepare(
  args: ImportLine,
  stored: Briefing | null,
  isMaking: boolean,
): Promise<Prepared & { readonly isWaiting?: boolean }> {
  const { payload, line, names, related } = args
  const find: FindLinks = { payload, names, line, stored }
  const named = await findLinks(find, isMaking)
  const sources = named.sources ?? idsOf(stored?.sources)
  const reading = readBody(line, sources)
  if (reading.kind === 'faulty') return reading
  const { body, lost } = reading
  const unknown = await unknownSources(payload, body, sources)
  if (unknown.length > 0) return { kind: 'faulty', faults: unknown }
  const links: Links = { ...named, sources: named.sources && [...new Set(named.sources)], related }
  const { isMade } = summaryOf({ line, body, stored })
  return {
    kind: 'prepared',
    isWaiting: needsMaking(named),
    data: dataToSave({ line, links, body, stored }, args.isAnnounced),
    notes: [
      ...lost.map((message) => ({ field: 'body', message })),
      ...(isMade
        ? [{ field: 'summary', message: 'is missing: the first sentence stands in' }]
        : []),
    ],
  }
}

type Target =
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly kind: 'target'; readonly shown: Briefing | null; readonly latest: Briefing | null }

async function targetOf({ payload, line, refusal }: ImportLine): Promise<Target> {
  const finding = await findBriefing(payload, line)
  if (finding.kind === 'faulty') return finding
  if (finding.kind === 'none') return { kind: 'target', shown: null, latest: null }
  const { briefing } = finding
  const refused = refusal(briefing.id)
  if (refused) return { kind: 'faulty', faults: [refused] }
  return { kind: 'target', shown: briefing, latest: await latestOf(payload, briefing) }
}

/**
 * Stores one line, or says why not; then nothing of it is stored.
 *
 * Compares with what is stored first: a line that says the same saves nothing, not even a version.
 */
export async function importLine(args: ImportLine): Promise<LineOutcome> {
  const wrong = wrongTopics(args.line)
  if (wrong.length > 0) return faulty(...wrong)
  const target = await targetOf(args)
  if (target.kind === 'faulty') return target
  const { shown, latest } = target
  const stored = latest ?? shown
  let prepared = await prepare(args, stored, false)
  if (prepared.kind === 'faulty') return prepared
  if (!prepared.data) return { kind: 'unchanged', id: stored?.id ?? null, notes: [] }
  if (shown && !latest) return faulty(OVERLAID)
  const kind = stored ? 'updated' : 'created'
  if (args.isDryRun) return { kind, id: stored?.id ?? null, notes: prepared.notes }
  if (prepared.isWaiting) prepared = await prepare(args, stored, true)
  if (prepared.kind === 'faulty') return prepared
  if (!prepared.data) return { kind: 'unchanged', id: stored?.id ?? null, notes: [] }
  const saving = await saveBriefing(args.payload, stored, prepared.data)
  return saving.kind === 'saved' ? { kind, id: saving.id, notes: prepared.notes } : saving
}
