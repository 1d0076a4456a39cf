import { type PublicBriefing } from '@/access/to-public-part'
import { rowsOf } from '@/lib/ids'
import { inReadingOrder } from '@/lib/lexical/citations'
import type { Attachment, Briefing, Source } from '@/payload-types'

export type Change = { readonly date: string; readonly note: string; readonly edition: number }

export type AttachedFile = {
  readonly id: string
  readonly title: string
  /** Bytes, where known. */
  readonly size: number | null
  /** Such as `PDF`. */
  readonly kind: string
}

/** A briefing with its member text: for active members and staff alone. */
export type FullBriefing = PublicBriefing & {
  /** The editor's JSON. */
  readonly body: Briefing['body']
  readonly keyPoints: readonly string[]
  /** In the order of their numbers, from 1: as the text cites them, those it does not cite last. */
  readonly sources: readonly Source[]
  readonly related: readonly PublicBriefing[]
  readonly attachments: readonly AttachedFile[]
  /** The newest first. */
  readonly changes: readonly Change[]
  /** False for a draft or a briefing of the future, which staff alone see. */
  readonly isPublished: boolean
}

const attachedFile = ({ id, title, filesize, filename }: Attachment): AttachedFile => ({
  id,
  title,
  size: filesize ?? null,
  kind: filename?.split('.').at(-1)?.toUpperCase() ?? 'File',
})

const isPublished = ({ _status, publishedAt }: Briefing, now: Date) =>
  _status === 'published' && Boolean(publishedAt) && new Date(publishedAt ?? 0) <= now

function numbered({ body, sources }: Briefing): Source[] {
  const byId = new Map(rowsOf(sources).map((source) => [source.id, source]))
  return inReadingOrder(body, [...byId.keys()]).flatMap((id) => byId.get(id) ?? [])
}

/** The whole of a briefing read at depth 1 as somebody who may read member text. */
export const toFullBriefing = (
  row: Briefing,
  publicPart: PublicBriefing,
  related: readonly PublicBriefing[],
  now: Date,
): FullBriefing => ({
  ...publicPart,
  body: row.body,
  keyPoints: (row.keyPoints ?? []).map(({ text }) => text),
  sources: numbered(row),
  related,
  attachments: rowsOf(row.attachments).map(attachedFile),
  changes: (row.changes ?? []).toReversed(),
  isPublished: isPublished(row, now),
})
