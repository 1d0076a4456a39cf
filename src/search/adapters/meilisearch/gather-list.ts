import { MOST_COUNTED } from '../../search-request'
import type { Found, Question } from './ask'
import { type Conditions, isOneOf } from './narrowing'
import { type Scope, sortedBy } from './scope'
import { inWords, type Sought, wholeQuestion } from './sought'

/**
 * How a list of briefings is made.
 * `whole`: those that hold everything asked. `some`: those that hold some words, the best by Meilisearch's own order
 * first. `spread`: for long questions, by how rare the words are that a briefing holds, and how well.
 */
export type Way = 'whole' | 'some' | 'spread'

export type List = {
  /** Best first. */
  readonly ids: readonly string[]
  /** The best record of each. */
  readonly keys: ReadonlyMap<string, string>
  /** How many hold everything asked. */
  readonly whole: number
  readonly isCut: boolean
}

const MOST_A_WORD = 200
/** Smooths the first places of a list (reciprocal rank fusion, Cormack 2009). */
const SMOOTHING = 20
const FIRST_OF_ALL = 1e6

const LISTED: Question = { attributesToRetrieve: ['pk', 'briefingId'] }

const single = (sought: Sought, term: string, index: number): string =>
  inWords([term], sought.isOpen && index === sought.terms.length - 1)

function questions(sought: Sought, way: Way): Question[] {
  const q = wholeQuestion(sought)
  const sort = sortedBy('relevance', q !== '')
  const best: Question = {
    ...LISTED,
    q,
    ...(sort && { sort }),
    matchingStrategy: way === 'whole' ? 'all' : 'frequency',
    limit: way === 'whole' ? MOST_COUNTED + 1 : MOST_A_WORD,
  }
  if (way === 'whole') return [best]
  const words = sought.terms.map((term, index): Question => ({
    ...LISTED,
    q: single(sought, term, index),
    matchingStrategy: 'all',
    limit: MOST_A_WORD,
  }))
  return way === 'some' ? [best, ...words] : words
}

function weights(way: Way, lists: readonly Found[], everything: number): number[] {
  return lists.map(({ estimatedTotalHits = 0 }, index) =>
    way !== 'spread' && index === 0
      ? FIRST_OF_ALL
      : Math.log(1 + everything / Math.max(1, estimatedTotalHits)),
  )
}

function fuse(lists: readonly Found[], weightOf: readonly number[]) {
  const scores = new Map<string, number>()
  const records = new Map<string, Map<string, number>>()
  for (const [index, { hits }] of lists.entries()) {
    for (const [rank, { briefingId, pk }] of hits.entries()) {
      const score = (weightOf[index] ?? 0) / (SMOOTHING + rank)
      scores.set(briefingId, (scores.get(briefingId) ?? 0) + score)
      const own = records.get(briefingId) ?? new Map<string, number>()
      records.set(briefingId, own.set(pk, (own.get(pk) ?? 0) + score))
    }
  }
  const ids = [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id)
  const best = (own: ReadonlyMap<string, number>) => [...own].sort(([, a], [, b]) => b - a)[0]?.[0]
  const keys = new Map(
    [...records].flatMap(([id, own]) => {
      const key = best(own)
      return key ? [[id, key] as const] : []
    }),
  )
  return { ids, keys }
}

/** Those the editors put first, where they pass the filters, before all others. */
const withPinned = (pinned: readonly string[], held: Found | undefined, ids: readonly string[]) => {
  const passing = new Set(held?.hits.map(({ briefingId }) => briefingId))
  return [...new Set([...pinned.filter((id) => passing.has(id)), ...ids])]
}

/** Makes a list under each of several narrowings, in one go. */
export async function gatherLists(
  { ask, request, sought, conditions }: Scope,
  way: Way,
  narrowings: readonly Conditions[],
): Promise<readonly List[]> {
  const pinned = request.sort === 'relevance' ? request.pinned : []
  const asked = questions(sought, way)
  const perNarrowing = asked.length + 3
  const answers = await ask.all(
    narrowings.flatMap((narrowed): Question[] => {
      const filter = [...conditions, ...narrowed]
      const whole: Question = { q: wholeQuestion(sought), matchingStrategy: 'all', filter }
      return [
        { limit: 0, filter },
        { ...whole, page: 1, hitsPerPage: 0 },
        { ...LISTED, filter: [...narrowed, isOneOf('briefingId', pinned)], limit: pinned.length },
        ...asked.map((question) => ({ ...question, filter })),
      ]
    }),
  )
  return narrowings.map((_, index) => {
    const own = answers.slice(index * perNarrowing, (index + 1) * perNarrowing)
    const [everything, whole, held, ...lists] = own
    const weightOf = weights(way, lists, everything?.estimatedTotalHits ?? 0)
    const { ids, keys } = fuse(lists, weightOf)
    return {
      ids: withPinned(pinned, held, ids),
      keys,
      whole: whole?.totalHits ?? 0,
      isCut: lists.some(
        ({ hits, estimatedTotalHits = 0 }) =>
          hits.length < estimatedTotalHits && hits.length >= MOST_A_WORD,
      ),
    }
  })
}
