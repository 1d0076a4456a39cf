import { idOf, idsOf } from '@/lib/ids'
import type { LexicalDocument } from '@/lib/lexical/nodes'
import type { Briefing, Source } from '@/payload-types'
import { withMappedSources } from './mapped-sources'

/** Names by id, as a file writes them: a topic with all above it, a briefing by its reference. */
export type WrittenNames = {
  readonly topics: ReadonlyMap<string, string>
  readonly series: ReadonlyMap<string, string>
  readonly authors: ReadonlyMap<string, string>
  readonly references: ReadonlyMap<string, string>
}

const named = (names: ReadonlyMap<string, string>, ids: readonly string[]): string[] =>
  ids.flatMap((id) => names.get(id) || [])

const writtenSource = ({ title, publisher, authors, year, url, doi, type }: Source) => ({
  title,
  publisher: publisher ?? null,
  authors: authors ?? [],
  year: year ?? null,
  url: url ?? null,
  doi: doi ?? null,
  type,
})

const NO_TEXT = { root: { type: 'root', children: [] } }

/** The body with its sources named by their number in the list, so that it means the same in another database. */
function writtenBody(body: Briefing['body'], sourceIds: readonly string[]): string {
  const document = (body ?? NO_TEXT) as unknown as LexicalDocument
  const numbered = withMappedSources(document, (source) => {
    const number = sourceIds.indexOf(idOf(source as string | { id: string })) + 1
    return number > 0 ? number : source
  })
  return JSON.stringify(numbered)
}

/** A briefing as one object of a briefings file: importing it again changes nothing. */
export function writtenBriefing(
  briefing: Briefing,
  sources: readonly Source[],
  names: WrittenNames,
): Readonly<Record<string, unknown>> {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const sourceIds = idsOf(briefing.sources).filter((id) => byId.has(id))
  return {
    reference: briefing.reference ?? null,
    slug: briefing.slug ?? null,
    title: briefing.title,
    summary: briefing.summary || null,
    body: writtenBody(briefing.body, sourceIds),
    bodyFormat: 'lexical',
    keyPoints: (briefing.keyPoints ?? []).map(({ text }) => text),
    type: briefing.type,
    series: briefing.series ? (names.series.get(idOf(briefing.series)) ?? null) : null,
    topics: named(names.topics, idsOf(briefing.topics)),
    nations: briefing.nations ?? [],
    authors: named(names.authors, idsOf(briefing.authors)),
    publishedAt: briefing.publishedAt ?? null,
    updatedAt: briefing.revisedAt ?? null,
    status: briefing._status ?? 'draft',
    changes: (briefing.changes ?? []).map(({ date, note, edition }) => ({ date, note, edition })),
    reviewBy: briefing.reviewBy ?? null,
    related: named(names.references, idsOf(briefing.related)),
    sources: sourceIds.flatMap((id) => {
      const source = byId.get(id)
      return source ? [writtenSource(source)] : []
    }),
  }
}
