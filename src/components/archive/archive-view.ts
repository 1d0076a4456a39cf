import type { NamedLink } from '@/access/to-public-part'
import type { Chip } from './chips'
import type { FacetsProps } from './facets'
import type { NothingFoundProps } from './nothing-found'
import type { SortLink } from './result-line'
import type { SaidAboutProps } from './said-about'

/** The parts of a search that a form carries along unseen. */
export type Kept = readonly (readonly [name: string, value: string])[]

/** A day for machines and for people: said by the server, so that every browser says the same. */
export type Day = { readonly iso: string; readonly words: string }

export type ArchiveResult = {
  readonly id: string
  /** From 1, over all pages. */
  readonly rank: number
  readonly url: string
  readonly title: string
  readonly kind: string
  readonly topics: readonly NamedLink[]
  readonly published: Day
  readonly updated: Day | null
  readonly readingMinutes: number
  readonly snippet: readonly { readonly text: string; readonly mark?: true }[]
  /** The place in the text where the words stand, for those who may go there. */
  readonly passage: { readonly href: string; readonly heading: string | null } | null
  /** The way to membership, where the reader may not read the whole. */
  readonly joinHref: string | null
}

/** All that the archive page shows of one search, links and words included. */
export type ArchiveView = Pick<SaidAboutProps, 'notice' | 'suggestion'> & {
  /** The one address of this search. */
  readonly href: string
  /** The title of the page, as the browser shows it. */
  readonly title: string
  /** What was typed. */
  readonly text: string
  /** True where something narrows the archive: words or filters. */
  readonly isSearch: boolean
  /** True for readers who search the public part alone. */
  readonly isLocked: boolean
  /** What stays chosen when the words change. */
  readonly kept: Kept
  readonly chips: readonly Chip[]
  readonly clearHref: string
  readonly total: number
  readonly totalIsMinimum: boolean
  readonly sorts: readonly SortLink[]
  readonly results: readonly ArchiveResult[]
  readonly facets: FacetsProps
  /** Where nothing was found: what to try next. */
  readonly nothingFound: NothingFoundProps | null
  readonly page: number
  readonly pages: number
  readonly previousHref: string | null
  readonly nextHref: string | null
  /** Names this search in the private log; null where it is not logged. */
  readonly searchKey: string | null
}
