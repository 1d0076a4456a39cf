import { idOf, idsOf } from '@/lib/ids'
import type { LexicalDocument } from '@/lib/lexical/nodes'
import type { Briefing, Source } from '@/payload-types'
import { withMappedPictures } from '@/lib/lexical/pictures'
import { withMappedSources } from '@/lib/lexical/mapped-sources'
import type { FileEntry } from './briefing-line'

/** Names by id, as a file writes them: a topic with all above it, a briefing by its reference. */
export type WrittenNames = {
  readonly topics: ReadonlyMap<string, string>
  readonly series: ReadonlyMap<string, string>
  readonly authors: ReadonlyMap<string, string>
  readonly references: ReadonlyMap<string, string>
}

const named = (names: ReadonlyMap<string, string>, ids: readonly string[]): string[] =>
  ids.flatMap((id) => names.get(id) || [])

type SourcesById = ReadonlyMap<string, Source>

/** The source to read instead stands within it, with all that is known of that one. */
const writtenSource = (
  source: Source,
  byId: SourcesById,
  above: readonly string[] = [],
): Readonly<Record<string, unknown>> => ({
  title: source.title,
  publisher: source.publisher ?? null,
  authors: source.authors ?? [],
  year: source.year ?? null,
  url: source.url ?? null,
  doi: source.doi ?? null,
  type: source.type,
  archivedUrl: source.archivedUrl ?? null,
  geography: source.geography ?? null,
  standing: source.standing ?? 'current',
  note: source.note ?? null,
  accessed: source.accessed ?? null,
  ...writtenReplacement(source, byId, [...above, source.id]),
})

function writtenReplacement({ replacedBy }: Source, byId: SourcesById, above: readonly string[]) {
  const better = replacedBy ? byId.get(idOf(replacedBy)) : undefined
  return better && !above.includes(better.id)
    ? { replacedBy: writtenSource(better, byId, above) }
    : {}
}

const NO_TEXT = { root: { type: 'root', children: [] } }

/** What it names by its number in the list, or as it is where the list has it not. */
const numberedIn = (ids: readonly string[]) => (named: unknown) => {
  const number = named ? ids.indexOf(idOf(named as string | { id: string })) + 1 : 0
  return number > 0 ? number : named
}

/** The body with its sources and pictures named by their numbers, so that it means the same in another database. */
function writtenBody(
  body: Briefing['body'],
  sourceIds: readonly string[],
  pictureIds: readonly string[],
): string {
  const document = (body ?? NO_TEXT) as unknown as LexicalDocument
  const numbered = withMappedSources(document, numberedIn(sourceIds))
  return JSON.stringify(withMappedPictures(numbered, numberedIn(pictureIds)))
}

/** A file as a line names it, by the id of its attachment. */
export type WrittenFiles = {
  readonly attachments: ReadonlyMap<string, FileEntry>
  readonly media: ReadonlyMap<string, FileEntry>
}

const writtenEnd = ({ ending, endingReason, replacedBy }: Briefing, names: WrittenNames) => ({
  stage: ending ?? null,
  reason: ending ? (endingReason ?? null) : null,
  replacedBy: replacedBy ? (names.references.get(idOf(replacedBy)) ?? null) : null,
})

/**
 * A briefing as one object of a briefings file: importing it again changes nothing.
 *
 * @param files what lies beside the file, or null where no files go with it: then the line says nothing of any.
 */
export function writtenBriefing(
  briefing: Briefing,
  sources: readonly Source[],
  names: WrittenNames,
  files: WrittenFiles | null,
): Readonly<Record<string, unknown>> {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const sourceIds = idsOf(briefing.sources).filter((id) => byId.has(id))
  return {
    reference: briefing.reference ?? null,
    slug: briefing.slug ?? null,
    title: briefing.title,
    summary: briefing.summary || null,
    body: writtenBody(briefing.body, sourceIds, [...(files?.media.keys() ?? [])]),
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
    ...writtenEnd(briefing, names),
    ...(briefing.formerAddresses?.length ? { oldUrls: briefing.formerAddresses } : {}),
    sources: sourceIds.flatMap((id) => {
      const source = byId.get(id)
      return source ? [writtenSource(source, byId)] : []
    }),
    ...(files
      ? { attachments: [...files.attachments.values()], media: [...files.media.values()] }
      : {}),
  }
}
