import { folded } from '../../folded'
import { contentWords } from '../../function-words'
import type { ParsedQuery } from '../../parse-query'
import type { Reader } from './reader'
import { allOf, anyOf, quoted, type WordForms, wordForms } from './word-forms'

/** One thing looked for: a word, or several for which the editors know another word. FTS5 expressions throughout. */
export type SearchTerm = {
  /** Found whole: the words themselves, or a synonym of them all. */
  readonly whole: string
  /** The same, where the last word may be the beginning of another; null where that adds nothing. */
  readonly begun: string | null
  /** Found in part: any of it. */
  readonly part: string
}

export type SearchTerms = {
  readonly terms: readonly SearchTerm[]
  /** By word as typed: what it may have been meant to be. */
  readonly meant: ReadonlyMap<string, string>
}

/** Words at this place, and how else the editors say them. */
type Stretch = { readonly words: readonly string[]; readonly others: readonly string[] }

const LONGEST_RULE = 3

/** The longest stretch first that a rule begins from, wherever it stands; the rest word by word. */
function stretches({ synonyms }: Reader, words: readonly string[]): Stretch[] {
  const others = new Map<string, string[]>()
  for (const { from, to } of synonyms) {
    const key = folded(from)
    others.set(key, [...(others.get(key) ?? []), ...to])
  }
  const found: Stretch[] = []
  for (let at = 0; at < words.length;) {
    const length =
      [...Array(LONGEST_RULE).keys()]
        .map((shorter) => LONGEST_RULE - shorter)
        .find((n) => at + n <= words.length && others.has(keyOf(words, at, n))) ?? 1
    found.push({
      words: words.slice(at, at + length),
      others: others.get(keyOf(words, at, length)) ?? [],
    })
    at += length
  }
  return found
}

const keyOf = (words: readonly string[], at: number, length: number): string =>
  folded(words.slice(at, at + length).join(' '))

const plainTerm = ({ match, begun }: WordForms): SearchTerm => ({
  whole: match,
  begun,
  part: match,
})

/** A word with a synonym is known by it: neither its spelling nor its endings are guessed at. */
function withSynonyms({ words, others }: Stretch): SearchTerm {
  const said = contentWords(words).map(quoted)
  const also = others.map(quoted)
  return {
    whole: anyOf([allOf(said), ...also]),
    begun: null,
    part: anyOf([...said, ...also]),
  }
}

/** What a query looks for by word: its telling words, each with its kin, its endings or its nearest spelling. */
export function searchTerms(reader: Reader, query: ParsedQuery): SearchTerms {
  const telling = new Set(contentWords(query.words))
  const last = query.words.at(-1)
  const terms = new Map<string, SearchTerm>()
  const meant = new Map<string, string>()
  for (const stretch of stretches(reader, query.words)) {
    const said = stretch.words.join(' ')
    if (stretch.others.length > 0) terms.set(said, withSynonyms(stretch))
    else if (telling.has(said) && !terms.has(said)) {
      const forms = wordForms(reader, said, query.isLastWordOpen && said === last)
      terms.set(said, plainTerm(forms))
      if (forms.meant !== null) meant.set(said, forms.meant)
    }
  }
  return { terms: [...terms.values()], meant }
}
