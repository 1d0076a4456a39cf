import type { LexicalDocument } from '@/lib/lexical/nodes'
import { sameSubstance } from '@/lib/same-substance'
import type { Briefing } from '@/payload-types'
import type { BriefingLine } from './briefing-line'
import { firstSentence } from './first-sentence'

/** The ids of what a line names. Undefined where the line leaves the field out. */
export type Links = {
  readonly series: string | null | undefined
  readonly topics: readonly string[] | undefined
  readonly authors: readonly string[] | undefined
  readonly sources: readonly string[] | undefined
  readonly related: readonly string[] | undefined
  readonly replacedBy: string | null | undefined
  readonly attachments: readonly string[] | undefined
}

export type BriefingData = Partial<
  Omit<Briefing, 'id' | 'createdAt' | 'updatedAt' | 'body'> & { readonly body: unknown }
>

type DataArgs = {
  readonly line: BriefingLine
  readonly links: Links
  readonly body: LexicalDocument | null
  readonly stored: Briefing | null
}

/** What is left out stays undefined, and what is null becomes `empty`. */
const orEmpty = <T, E>(value: T | null | undefined, empty: E): T | E | undefined =>
  value === null ? empty : value

/** What cannot be emptied: null says no more than nothing. */
const given = <T>(value: T | null | undefined): T | undefined => value ?? undefined

export type SummaryMade = { readonly summary: string | null; readonly isMade: boolean }

/** A draft may go without a summary. What is published is given the first sentence of its text. */
export function summaryOf({ line, body, stored }: Omit<DataArgs, 'links'>): SummaryMade {
  if (line.summary) return { summary: line.summary, isMade: false }
  const isLeftOut = line.summary === undefined
  if (stored && isLeftOut && stored.summary) return { summary: stored.summary, isMade: false }
  const status = line.status ?? stored?._status ?? 'published'
  if (status === 'draft' && (stored || !isLeftOut)) return { summary: null, isMade: false }
  const summary = firstSentence(body) ?? line.title
  return { summary, isMade: stored?.summary !== summary }
}

function visibleData(args: DataArgs): BriefingData {
  const { line, links, body, stored } = args
  const status = line.status ?? stored?._status ?? 'published'
  const { keyPoints, nations, changes } = line
  const data: BriefingData = {
    reference: given(line.reference),
    slug: given(line.slug),
    title: line.title,
    summary: summaryOf(args).summary ?? '',
    body,
    keyPoints: orEmpty(keyPoints?.map((text) => ({ text })) ?? keyPoints, []) as never,
    type: given(line.type) ?? (stored ? undefined : 'briefing'),
    series: links.series,
    topics: links.topics as string[] | undefined,
    nations: orEmpty(nations, []),
    authors: links.authors as string[] | undefined,
    publishedAt: status === 'published' ? given(line.publishedAt) : line.publishedAt,
    revisedAt: line.updatedAt,
    reviewBy: line.reviewBy,
    changes: orEmpty(changes, []),
    sources: links.sources as string[] | undefined,
    related: links.related as string[] | undefined,
    attachments: links.attachments as string[] | undefined,
    ending: line.stage,
    endingReason: line.reason,
    formerAddresses: orEmpty(line.oldUrls, []),
    replacedBy: links.replacedBy,
    _status: status,
  }
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
}

/** The fields whose stored value would change: none when the line says what is stored. */
function changedData(data: BriefingData, stored: Briefing): BriefingData {
  const isSame = ([name, value]: [string, unknown]) => {
    const before = stored[name as keyof Briefing]
    return typeof value === 'string'
      ? ((before as string | null | undefined) ?? '').trim() === value
      : sameSubstance(before, value)
  }
  return Object.fromEntries(Object.entries(data).filter((field) => !isSame(field)))
}

/** No edition is ever counted twice: the number only grows. */
const editionOf = ({ changes }: BriefingData, stored: Briefing | null): number =>
  Math.max(stored?.edition ?? 1, ...(changes ?? []).map(({ edition }) => edition))

/**
 * What the Bulletin may announce of it: nothing that this import publishes, unless it is asked to.
 *
 * What an officer has published, and no issue has announced yet, is still owed: it is left as it stands.
 */
function announceFrom(
  edition: number,
  stored: Briefing | null,
  { isFirst, isAnnounced }: { readonly isFirst: boolean; readonly isAnnounced: boolean },
): number {
  const before = stored?.announceFrom ?? 1
  const isNew = isFirst || edition > (stored?.edition ?? 1)
  return isNew && !isAnnounced ? Math.max(before, edition + 1) : before
}

function stamps(data: BriefingData, stored: Briefing | null, isAnnounced: boolean): BriefingData {
  const edition = editionOf(data, stored)
  const isPublished = data._status === 'published'
  const isFirst = isPublished && !stored?.firstPublishedAt
  const wasForReaders = isPublished || data.ending === 'withdrawn'
  return {
    edition,
    announceFrom: isPublished
      ? announceFrom(edition, stored, { isFirst, isAnnounced })
      : (stored?.announceFrom ?? 1),
    ...(wasForReaders && data.publishedAt ? { firstPublishedAt: data.publishedAt } : {}),
    // An update somebody meant to call substantial is not what this import brings.
    ...(isPublished && stored?.updateKind === 'substantial' ? { updateKind: 'minor' } : {}),
  }
}

/** What is to be saved for a line, or null where that would change nothing. */
export function dataToSave(args: DataArgs, isAnnounced: boolean): BriefingData | null {
  const { stored } = args
  const data = visibleData(args)
  const changed = stored ? changedData(data, stored) : data
  if (Object.keys(changed).length === 0) return null
  const _status = data._status
  return { ...changed, _status, ...stamps({ ...changed, _status }, stored, isAnnounced) }
}
