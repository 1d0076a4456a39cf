import type { Citations } from '@/lib/lexical/citations'
import type { WordLists } from './word-lists'

/** A picture as Word can hold it. */
export type WordPicture = {
  readonly type: 'png' | 'jpg'
  readonly data: Buffer
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** What the parts of a Word file need to know of the whole. */
export type WordContext = {
  readonly citations: Citations
  /** By the ids that the figures name. One that is not among them is told in words alone. */
  readonly pictures: ReadonlyMap<string, WordPicture>
  /** In the order of their numbers. */
  readonly sourceIds: readonly string[]
  /** Public address of the site, without a slash at its end: a file leads nowhere by paths. */
  readonly siteUrl: string
  /** The anchors of headings, for the links of the document to itself. */
  readonly anchors: ReadonlySet<string>
  readonly lists: WordLists
}
