import { parseQuery } from '@/search/parse-query'
import { type Filters, type SearchRequest, SORTS } from '@/search/search-request'
import { seededRandom, type SeededRandom } from '../seeded-random'
import { PLANTED_WORDS, PUBLIC_WORDS } from './words'

export type RandomSearch = {
  readonly request: SearchRequest
  /** True where a planted word, the beginning of one or one mistyped was asked for. */
  readonly isPlanted: boolean
}

/** A slip of the keyboard behind the first letter: two letters swapped, one lost, one doubled, or one wrong. */
function mistyped(random: SeededRandom, word: string): string {
  const at = 1 + random.below(word.length - 2)
  const [before, one, rest] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)]
  return random.pick([
    `${before}${rest.slice(0, 1)}${one}${rest.slice(1)}`,
    `${before}${rest}`,
    `${before}${one}${one}${rest}`,
    `${before}e${rest}`,
  ])
}

const begun = (random: SeededRandom, word: string): string =>
  word.slice(0, 2 + random.below(word.length - 2))

function asTyped(random: SeededRandom, word: string): string {
  const way = random.fraction()
  if (way < 0.5) return word
  return way < 0.75 ? begun(random, word) : mistyped(random, word)
}

/** Public words, as somebody might type them: most as they are. */
function ordinary(random: SeededRandom): string {
  const words = random.picks(1 + random.below(3), PUBLIC_WORDS)
  const last = words.pop() ?? ''
  return [...words, random.isLikely(0.6) ? last : asTyped(random, last)].join(' ')
}

function planted(random: SeededRandom): string {
  const word = asTyped(random, random.pick(PLANTED_WORDS))
  const other = random.pick(PUBLIC_WORDS)
  return random.pick([
    word,
    `${other} ${word}`,
    `${word} ${other}`,
    `${other} -${word}`,
    `"${word}"`,
    `"${other} ${word}"`,
    `${other} author:${word}`,
    `ref:PLANTED-${1 + random.below(20)} ${word}`,
    `what is known of ${other} and ${word} in ${random.pick(PUBLIC_WORDS)} today`,
  ])
}

const CHOICES: Filters = {
  topic: ['housing', 'renting', 'transport', 'schools', 'health', 'nature'],
  series: ['ideas-in-practice', 'local-numbers'],
  type: ['briefing', 'case-study', 'update'],
  nation: ['england', 'scotland', 'wales'],
  author: ['Rowan Ashby'],
  year: ['2018', '2019', '2020', '2021', '2022'],
}

function filters(random: SeededRandom): Filters {
  const chosen = Object.entries(CHOICES).filter(() => random.isLikely(0.1))
  return Object.fromEntries(
    chosen.map(([facet, values]) => [facet, random.picks(1 + random.below(2), values)]),
  )
}

function search(random: SeededRandom): RandomSearch {
  const isPlanted = random.isLikely(0.4)
  const typed = isPlanted ? planted(random) : random.isLikely(0.9) ? ordinary(random) : ''
  const request: SearchRequest = {
    query: parseQuery(typed),
    filters: filters(random),
    from: random.isLikely(0.05) ? '2019-01-01' : null,
    to: random.isLikely(0.05) ? '2021-06-30' : null,
    sort: random.isLikely(0.7) ? 'relevance' : random.pick(SORTS),
    page: random.isLikely(0.9) ? 1 : 2,
    pageSize: random.pick([5, 10, 50]),
    pinned: [],
  }
  return { request, isPlanted }
}

/** Searches as people make them, the same for the same seed. */
export function randomSearches(seed: number, count: number): RandomSearch[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => search(random))
}
