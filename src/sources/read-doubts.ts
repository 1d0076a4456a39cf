import type { Payload } from 'payload'
import { payloadUserOf, readsMemberText, type Viewer } from '@/access/viewer'
import { idOf } from '@/lib/ids'
import type { Source } from '@/payload-types'

/** What a reader should know of a source before trusting it. */
export type Doubt = {
  /** A sentence, shown at the source and at each mark that cites it. */
  readonly warning: string | null
  /** An officer has been asked to look at it. */
  readonly isUnderReview: boolean
}

type DoubtsArgs = {
  readonly payload: Payload
  readonly viewer: Viewer
  readonly sources: readonly Source[]
}

async function titlesOf({ payload, viewer }: DoubtsArgs, ids: readonly string[]) {
  if (ids.length === 0 || !readsMemberText(viewer)) return new Map<string, string>()
  const { docs } = await payload.find({
    collection: 'sources',
    where: { id: { in: [...ids] } },
    depth: 0,
    pagination: false,
    select: { title: true },
    overrideAccess: false,
    user: payloadUserOf(viewer),
  })
  return new Map(docs.map(({ id, title }) => [id, title]))
}

/** Tasks are the staff’s own; that there is one is all that leaves here. */
async function underReview({ payload, sources }: DoubtsArgs): Promise<ReadonlySet<string>> {
  const { docs } = await payload.find({
    collection: 'evidence-tasks',
    where: {
      and: [{ key: { in: sources.map(({ id }) => id) } }, { closedAt: { exists: false } }],
    },
    depth: 0,
    pagination: false,
    select: { key: true },
    overrideAccess: true,
  })
  return new Set(docs.map(({ key }) => key))
}

function warningOf({ standing, replacedBy }: Source, titles: ReadonlyMap<string, string>) {
  if (!standing || standing === 'current') return null
  const instead = replacedBy ? titles.get(idOf(replacedBy)) : undefined
  const said =
    standing === 'withdrawn' ? 'Withdrawn by its publisher.' : 'Superseded by a newer source.'
  return instead ? `${said} Read instead: ${instead}.` : said
}

/**
 * The doubts about the sources of one briefing, by id, for a reader who may read its member text. Others are not told the
 * title of a source that took the place of one: sources are members’.
 */
export async function readDoubts(args: DoubtsArgs): Promise<ReadonlyMap<string, Doubt>> {
  const { sources } = args
  if (sources.length === 0) return new Map()
  const replacements = sources.flatMap(({ replacedBy }) => (replacedBy ? [idOf(replacedBy)] : []))
  const titles = await titlesOf(args, replacements)
  const reviewed = await underReview(args)
  return new Map(
    sources.map((source) => [
      source.id,
      { warning: warningOf(source, titles), isUnderReview: reviewed.has(source.id) },
    ]),
  )
}

/** “1 source under review”, or null for none. */
export function underReviewInWords(doubts: ReadonlyMap<string, Doubt>): string | null {
  const count = [...doubts.values()].filter(({ isUnderReview }) => isUnderReview).length
  if (count === 0) return null
  return count === 1 ? '1 source under review' : `${count} sources under review`
}
