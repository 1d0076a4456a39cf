import type { ParsedQuery } from '../../parse-query'
import type { Reader } from './reader'
import { referenceKey } from './reference-key'
import { type SearchTerm, searchTerms } from './search-terms'
import { FRONT_WEIGHTS } from './tables'
import { allOf, anyOf, quoted } from './word-forms'

/** What a search has found, before anything narrows it. */
export type Found = {
  /** By row number of the briefing. */
  readonly docs: ReadonlyMap<number, Standing>
  /** The FTS5 expression that marks it in a text; null where nothing was asked for by word. */
  readonly match: string | null
  readonly suggestion: string | null
}

/** How well a briefing answers. */
export type Standing = {
  /** The more of what was asked, the higher; a word begun counts for less than a word. */
  readonly tier: number
  /** By its words and how rare they are (BM25): higher is better. */
  readonly score: number
  readonly isWhole: boolean
}

/** With fewer briefings than this holding every word, those that hold some are shown too. */
const ENOUGH = 10

/** Longer questions find little as a whole: there the score alone decides, not how many words are held. */
const SHORT_QUESTION = 5

const AS_WRITTEN = '{title reference authors topics summary headings text}'
const SCALE = -1e6

const FRONT = Object.values(FRONT_WEIGHTS).join(', ')
const inWhole = ({ set }: Reader): string => `bm25(${set.fts}, ${FRONT}, 1)`
const inFront = ({ set }: Reader): string => `bm25(${set.front}, ${FRONT})`

/**
 * What the front alone scores is added in this part: enough that a short title does not drown in a long text, and no
 * more than what is said at length can outweigh (docs/decisions/009-embedded-engine.md has the measurements).
 */
const FRONT_SHARE = 0.25

const parsed = (json: unknown): number[] => JSON.parse(String(json)) as number[]

/** Row numbers of what matches, with its score. */
function scored({ file }: Reader, table: string, measure: string, match: string) {
  const [row] = file.rows(
    `SELECT json_group_array(doc) AS docs, json_group_array(score) AS scores FROM (
       SELECT rowid AS doc, CAST(${measure} * ${SCALE} AS INTEGER) AS score
       FROM ${table} WHERE ${table} MATCH ? LIMIT -1
     )`,
    [match],
  )
  const scores = parsed(row?.scores)
  return new Map(parsed(row?.docs).map((doc, index) => [doc, scores[index] ?? 0]))
}

function matching({ file }: Reader, table: string, match: string): Set<number> {
  const [row] = file.rows(
    `SELECT json_group_array(rowid) AS docs FROM ${table} WHERE ${table} MATCH ?`,
    [match],
  )
  return new Set(parsed(row?.docs))
}

/** Phrases, authors and references must be there, and what is excluded must not, whatever else is found. */
function conditions(reader: Reader, query: ParsedQuery): (doc: number) => boolean {
  const { held, set } = reader
  const written = (match: string) => matching(reader, set.words, match)
  const wanted = [
    ...query.phrases.map((phrase) => written(`${AS_WRITTEN} : ${quoted(phrase)}`)),
    ...query.authors.map((author) => written(`authors : ${quoted(author)}`)),
  ]
  const unwanted = query.excluded.map((term) => written(`${AS_WRITTEN} : ${quoted(term)}`))
  const references = new Set(query.references.map(referenceKey))
  return (doc) =>
    wanted.every((docs) => docs.has(doc)) &&
    !unwanted.some((docs) => docs.has(doc)) &&
    (references.size === 0 || references.has(held.docs.get(doc)?.referenceKey ?? ''))
}

type Sought = {
  readonly terms: readonly SearchTerm[]
  /** Any of it, in whatever form. */
  readonly any: string
  readonly phrases: readonly string[]
  readonly passes: (doc: number) => boolean
}

function standing(
  reader: Reader,
  { passes, any }: Sought,
  match: string,
  rank: (doc: number) => Omit<Standing, 'score'>,
): Map<number, Standing> {
  const { fts, front } = reader.set
  const found = new Map<number, Standing>()
  const fronts = scored(reader, front, inFront(reader), any)
  for (const [doc, score] of scored(reader, fts, inWhole(reader), match)) {
    if (passes(doc))
      found.set(doc, { ...rank(doc), score: score + FRONT_SHARE * (fronts.get(doc) ?? 0) })
  }
  return found
}

const wholeBy = (form: (term: SearchTerm) => string, { terms, phrases }: Sought): string =>
  allOf([...terms.map(form), ...phrases])

const begunOf = ({ begun, whole }: SearchTerm): string => begun ?? whole

/** How much of a short question each briefing holds: 2 for a word, 1 for a word begun. */
function heldOf(reader: Reader, { terms }: Sought): (doc: number) => number {
  const { set } = reader
  const held = terms.flatMap((term) => {
    const whole = matching(reader, set.fts, term.whole)
    return term.begun === null ? [whole, whole] : [whole, matching(reader, set.fts, term.begun)]
  })
  return (doc) => held.filter((docs) => docs.has(doc)).length
}

/**
 * What holds every word. Too few, and words that the last one begins count too; still too few, and some of the words
 * are enough. In a short question more of the words comes before a better score.
 */
function gather(reader: Reader, sought: Sought, enough: number): Map<number, Standing> {
  const { terms, phrases } = sought
  const whole = standing(
    reader,
    sought,
    wholeBy(({ whole }) => whole, sought),
    () => ({
      tier: 0,
      isWhole: true,
    }),
  )
  const isBegun = terms.some(({ begun }) => begun !== null)
  if (whole.size >= enough || (terms.length <= 1 && !isBegun)) return whole

  const isShort = terms.length <= SHORT_QUESTION
  const begun =
    isShort && isBegun ? matching(reader, reader.set.fts, wholeBy(begunOf, sought)) : whole
  const isEnough = [...begun.keys()].filter(sought.passes).length >= enough
  const loosest =
    isEnough || terms.length <= 1
      ? wholeBy(begunOf, sought)
      : anyOf([...terms.flatMap(({ part, begun: b }) => (isShort && b ? [b] : [part])), ...phrases])
  const tierOf = isShort ? heldOf(reader, sought) : () => 0
  return standing(reader, sought, loosest, (doc) => ({
    tier: tierOf(doc),
    isWhole: begun.has(doc),
  }))
}

function everything(reader: Reader, passes: (doc: number) => boolean): Map<number, Standing> {
  const rank = { tier: 0, score: 0, isWhole: true }
  return new Map([...reader.held.docs.keys()].filter(passes).map((doc) => [doc, rank]))
}

function suggestionFor(query: ParsedQuery, meant: ReadonlyMap<string, string>): string | null {
  let changed = query.text
  for (const [word, instead] of meant) changed = changed.replace(word, () => instead)
  return changed === query.text ? null : changed
}

/**
 * The briefings a query finds, before any filter. A word may stand anywhere in a briefing.
 *
 * By date or title weak matches would come first, so there one briefing holding every word is enough.
 */
export function gatherFound(reader: Reader, query: ParsedQuery, isByRelevance: boolean): Found {
  const { terms, meant } = searchTerms(reader, query)
  const phrases = query.phrases.map(quoted)
  const any = anyOf([...terms.map(({ begun, part }) => begun ?? part), ...phrases])
  const sought = { terms, phrases, any, passes: conditions(reader, query) }
  const hasWords = terms.length + phrases.length > 0
  return {
    docs: hasWords
      ? gather(reader, sought, isByRelevance ? ENOUGH : 1)
      : everything(reader, sought.passes),
    match: hasWords ? any : null,
    suggestion: suggestionFor(query, meant),
  }
}
