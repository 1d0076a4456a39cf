import type { ReadSource } from './read-references'

/** What became of asking for a DOI. */
export type DoiAnswer =
  | { readonly kind: 'found'; readonly source: ReadSource }
  /** No lookup is set up here. */
  | { readonly kind: 'off' }
  /** `why` is a sentence for the officer. */
  | { readonly kind: 'not-found'; readonly why: string }

export type LookUpDoi = (doi: string) => Promise<DoiAnswer>

const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i

const doiOf = (line: string): string | undefined => DOI.exec(line.trim())?.[1]?.toLowerCase()

const MOST_DOIS = 20

/** The DOIs of a text that holds nothing else, one a line; null for any other text. */
export function doisIn(text: string): readonly string[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const dois = lines.map(doiOf).filter((doi) => doi !== undefined)
  return dois.length > 0 && dois.length === lines.length ? dois.slice(0, MOST_DOIS) : null
}

const hrefOf = (doi: string): string => `https://doi.org/${doi}`

/** What is known of a source when nothing but its DOI is: its link, and a title that says what is missing. */
export const sourceOfDoi = (doi: string): ReadSource => ({
  title: `DOI ${doi}`,
  type: 'research',
  authors: [],
  publisher: null,
  year: null,
  url: hrefOf(doi),
  doi,
})
