import type { NamedLink, PublicBriefing } from '@/access/to-public-part'

/** About 300 words of member text, under the heading a reader would find them. */
export type Passage = {
  readonly heading: string
  /** Without `#`; null where no heading stands above. */
  readonly anchor: string | null
  readonly text: string
}

/** The passage of a briefing that holds the titles of its sources: found like any other, and shown where no other is. */
export const SOURCES_ANCHOR = 'sources'

/** What the public index holds of a briefing, and all it may hold. */
export type PublicDocument = {
  readonly reference: string
  readonly title: string
  readonly summary: string
  readonly type: PublicBriefing['type']
  readonly series: NamedLink | null
  /** The briefing's own topics and those above them. */
  readonly topics: readonly NamedLink[]
  /** Other words readers use for its topics. */
  readonly synonyms: readonly string[]
  readonly nations: readonly string[]
  readonly authors: readonly string[]
  /** ISO date-time. */
  readonly publishedAt: string
}

export type SearchDocument = {
  readonly id: string
  /** Changes whenever anything that is indexed changes. */
  readonly fingerprint: string
  readonly publicPart: PublicDocument
  /** Member text: goes into the members' index alone. */
  readonly passages: readonly Passage[]
}
