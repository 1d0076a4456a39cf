const MOST_TERMS = 20
const MOST_WORDS = 3
const LONGEST_TERM = 60

const holdsAWord = (term: string): boolean => /[\p{L}\p{N}]/u.test(term)

function termFault(term: string): string | null {
  if (!holdsAWord(term)) return `“${term}” holds no word.`
  if (term.length > LONGEST_TERM) return `“${term.slice(0, 20)}…” is longer than 60 characters.`
  return term.trim().split(/[\s-]+/).length > MOST_WORDS
    ? `“${term}” has more than three words: the search cannot use it.`
    : null
}

/** True, or the first fault of a list of search terms in words an editor can act on. */
export function searchTerms(terms: readonly string[] | null | undefined): true | string {
  const given = terms ?? []
  if (given.length === 0) return 'Enter at least one word.'
  if (given.length > MOST_TERMS) return 'Enter at most twenty words.'
  const folded = given.map((term) => term.trim().toLowerCase())
  const twice = folded.find((term, index) => folded.indexOf(term) !== index)
  if (twice !== undefined) return `“${twice}” is entered twice.`
  return given.map(termFault).find((fault) => fault !== null) ?? true
}

type Siblings = { readonly direction?: unknown; readonly words?: readonly string[] | null }

/** As {@link searchTerms}, where the synonym leads one way; a word that leads to itself is refused. */
export function oneWayNeedsBoth(
  terms: readonly string[] | null | undefined,
  { siblingData }: { siblingData: Partial<Siblings> },
): true | string {
  if (siblingData.direction !== 'one-way') return true
  const words = (siblingData.words ?? []).map((word) => word.trim().toLowerCase())
  const own = (terms ?? []).find((term) => words.includes(term.trim().toLowerCase()))
  return own === undefined ? searchTerms(terms) : `“${own}” leads to itself.`
}
