import type { Briefing, Series, Topic } from '@/payload-types'

export type NamedLink = { readonly slug: string; readonly name: string }

/** Everything the public may know of a briefing. Pages, feeds, metadata, search and the Bulletin build on it alone. */
export type PublicBriefing = {
  readonly id: string
  readonly reference: string
  readonly slug: string
  /** Path on the site, from the root. */
  readonly url: string
  readonly title: string
  readonly summary: string
  readonly type: Briefing['type']
  readonly series: NamedLink | null
  readonly topics: readonly NamedLink[]
  readonly nations: NonNullable<Briefing['nations']>
  readonly authors: readonly NamedLink[]
  /** ISO date-time. */
  readonly publishedAt: string
  /** ISO date-time of the last substantial update, if there was one. */
  readonly updatedAt: string | null
  readonly readingMinutes: number
  /** What the full briefing holds, in numbers. */
  readonly holds: {
    readonly headings: number
    readonly caseStudies: number
    readonly sources: number
  }
}

const isPopulated = <T extends object>(value: string | T | null | undefined): value is T =>
  typeof value === 'object' && value !== null

const link = ({ slug, name }: Topic | Series): NamedLink => ({ slug: slug ?? '', name })

export const briefingPath = (slug: string): string => `/briefings/${slug}`

/**
 * The public part of a briefing read at depth 1.
 *
 * `authors` are passed in, since staff rows are not the public's to read.
 */
export function toPublicPart(briefing: Briefing, authors: readonly NamedLink[]): PublicBriefing {
  return {
    id: briefing.id,
    reference: briefing.reference ?? '',
    slug: briefing.slug ?? '',
    url: briefingPath(briefing.slug ?? ''),
    title: briefing.title,
    summary: briefing.summary,
    type: briefing.type,
    series: isPopulated(briefing.series) ? link(briefing.series) : null,
    topics: (briefing.topics ?? []).filter(isPopulated).map(link),
    nations: briefing.nations ?? [],
    authors,
    publishedAt: briefing.publishedAt ?? briefing.createdAt,
    updatedAt: briefing.revisedAt ?? null,
    readingMinutes: briefing.readingMinutes ?? 1,
    holds: {
      headings: briefing.headingCount ?? 0,
      caseStudies: briefing.caseStudyCount ?? 0,
      sources: briefing.sourceCount ?? 0,
    },
  }
}
