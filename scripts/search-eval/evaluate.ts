import { parseQuery } from '@/search/parse-query'
import type { SearchEngine } from '@/search/search-engine'
import type { SearchRequest } from '@/search/search-request'
import type { JudgedCollection, JudgedQuery } from './judged-collection'
import { mean, ndcg, percentile, recall, reciprocalRank } from './measures'

/** How one search did. */
export type Outcome = {
  readonly query: JudgedQuery
  readonly ndcg10: number
  readonly mrr10: number
  readonly recall10: number
  readonly recall100: number
  readonly tookMs: number
  readonly found: readonly string[]
}

export type Evaluation = {
  readonly queries: number
  readonly ndcg10: number
  readonly mrr10: number
  readonly recall10: number
  readonly recall100: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly outcomes: readonly Outcome[]
}

const BATCH = 100
const PAGE = 50

const request = (text: string, page: number, pageSize: number): SearchRequest => ({
  query: parseQuery(text),
  filters: {},
  from: null,
  to: null,
  sort: 'relevance',
  page,
  pageSize,
  pinned: [],
})

const idsOf = async (engine: SearchEngine, asked: SearchRequest): Promise<string[]> =>
  (await engine.search('members', asked)).hits.map(({ id }) => id)

async function tryQuery(
  engine: SearchEngine,
  query: JudgedQuery,
  grades: ReadonlyMap<string, number>,
): Promise<Outcome> {
  const begun = performance.now()
  const found = await idsOf(engine, request(query.text, 1, 10))
  const tookMs = performance.now() - begun
  const first = await idsOf(engine, request(query.text, 1, PAGE))
  const hundred = [...first, ...(await idsOf(engine, request(query.text, 2, PAGE)))]
  return {
    query,
    ndcg10: ndcg(found, grades, 10),
    mrr10: reciprocalRank(found, grades, 10),
    recall10: recall(found, grades, 10),
    recall100: recall(hundred, grades, 100),
    tookMs,
    found,
  }
}

const isJudged = (grades: ReadonlyMap<string, number> | undefined) =>
  grades !== undefined && [...grades.values()].some((grade) => grade > 0)

/**
 * Puts a judged collection into an empty engine and asks its queries as a member would.
 *
 * Queries for which nothing was judged to be of use are not counted. The time is that of the first page, facets and
 * snippets included.
 */
export async function evaluate(
  engine: SearchEngine,
  collection: JudgedCollection,
): Promise<Evaluation> {
  const { documents, judgements, queries, synonyms } = collection
  for (let start = 0; start < documents.length; start += BATCH) {
    await engine.put(documents.slice(start, start + BATCH))
  }
  await engine.useSynonyms(synonyms)

  const outcomes: Outcome[] = []
  for (const query of queries) {
    const grades = judgements.get(query.id)
    if (grades && isJudged(grades)) outcomes.push(await tryQuery(engine, query, grades))
  }
  const over = (measure: (outcome: Outcome) => number) => mean(outcomes.map(measure))
  const times = outcomes.map(({ tookMs }) => tookMs)
  return {
    queries: outcomes.length,
    ndcg10: over(({ ndcg10 }) => ndcg10),
    mrr10: over(({ mrr10 }) => mrr10),
    recall10: over(({ recall10 }) => recall10),
    recall100: over(({ recall100 }) => recall100),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    outcomes,
  }
}
