import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import type { Settings } from '@/config/settings'
import { readSearchParameters } from '@/search/read-search-parameters'
import type { SearchEngine } from '@/search/search-engine'
import { type BenchResult, ratioOf, type Target } from './bench-result'
import { type Environment, type MeasuredSite, runScript, startMeasuredSite } from './measured-site'
import { withOwnIndex } from './own-index'
import { timeEach, type Timings, timingsOf } from './percentiles'
import { searchQueries } from './search-queries'
import { readVocabulary } from './vocabulary'
import { type IndexingWatch, watchIndexing } from './watch-indexing'

const SEED = 4
const WARMING = 60

export type SearchBenchOptions = {
  readonly settings: Settings
  readonly briefings: number
  readonly requests: number
  readonly onProgress: (line: string) => void
}

export type SearchBench = {
  readonly result: BenchResult
  readonly timings: Readonly<Record<'direct' | 'site' | 'direct8' | 'site8', Timings>>
  readonly indexing: IndexingWatch
  readonly targets: readonly Target[]
}

type Asked = { readonly engine: SearchEngine; readonly site: MeasuredSite }

const directly = (engine: SearchEngine, query: URLSearchParams) =>
  engine.search('members', readSearchParameters(query).request)

async function throughTheSite(site: MeasuredSite, query: URLSearchParams): Promise<string[]> {
  const { status, body } = await site.get(`/api/search?${query.toString()}`)
  if (status !== 200) throw new Error(`The site answered ${status}: ${body.slice(0, 200)}`)
  return (JSON.parse(body) as { hits: { id: string }[] }).hits.map(({ id }) => id)
}

/** Warms both, and checks that the site answers what the engine answers, in its order. */
async function warmAndCompare({ engine, site }: Asked, queries: readonly URLSearchParams[]) {
  let same = 0
  for (const query of queries) {
    const direct = (await directly(engine, query)).hits.map(({ id }) => id)
    const answered = await throughTheSite(site, query)
    if (direct.join() === answered.join()) same += 1
  }
  return same / queries.length
}

/** One after the other: the same query to the engine and to the site, so that both meet the same machine. */
async function timeInTurn({ engine, site }: Asked, queries: readonly URLSearchParams[]) {
  const direct: number[] = []
  const through: number[] = []
  for (const query of queries) {
    direct.push(...(await timeEach([query], 1, (one) => directly(engine, one))))
    through.push(...(await timeEach([query], 1, (one) => throughTheSite(site, one))))
  }
  return { direct: timingsOf(direct), site: timingsOf(through) }
}

async function timeAll(asked: Asked, queries: readonly URLSearchParams[]) {
  const { engine, site } = asked
  const inTurn = await timeInTurn(asked, queries)
  const direct8 = timingsOf(await timeEach(queries, 8, (query) => directly(engine, query)))
  const site8 = timingsOf(await timeEach(queries, 8, (query) => throughTheSite(site, query)))
  return { ...inTurn, direct8, site8 }
}

function targetsOf(
  { engine, briefings }: { engine: string; briefings: number },
  { direct, site }: SearchBench['timings'],
  { firstHalfMb, secondHalfMb }: IndexingWatch,
): Target[] {
  const most = Math.max(2 * direct.p95, direct.p95 + 15)
  const targets = [
    {
      what: `p95 ${site.p95} ms, at most ${most.toFixed(1)} (twice the engine's own ${direct.p95}, or 15 ms more)`,
      isMet: site.p95 <= most,
    },
  ]
  const ceiling = briefings <= 1000 ? 60 : 120
  if (engine === 'sqlite') {
    targets.push({
      what: `p95 ${site.p95} ms, at most ${ceiling} with ${briefings} briefings`,
      isMet: site.p95 <= ceiling,
    })
  }
  if (firstHalfMb !== null && secondHalfMb !== null) {
    targets.push({
      what: `memory while indexing: ${secondHalfMb} MB in the second half, at most 1.1 × ${firstHalfMb} of the first`,
      isMet: secondHalfMb <= 1.1 * firstHalfMb,
    })
  }
  return targets
}

async function measure(
  { briefings, requests, onProgress }: SearchBenchOptions,
  engine: SearchEngine,
  env: Environment,
): Promise<SearchBench> {
  const filled = await runScript('fill-archive', ['--briefings', String(briefings)], env)
  const site = await startMeasuredSite(env, String(filled.token))
  try {
    const indexing = await watchIndexing({ engine, pid: site.pid, briefings, onProgress })
    const vocabulary = readVocabulary()
    const all = searchQueries(vocabulary, { count: WARMING + requests, briefings, seed: SEED })
    onProgress('Searching …')
    const sameAnswers = await warmAndCompare({ engine, site }, all.slice(0, WARMING))
    const load = loadavg().map((value) => Math.round(value * 100) / 100)
    const timings = await timeAll({ engine, site }, all.slice(WARMING))
    const targets = targetsOf({ engine: engine.name, briefings }, timings, indexing)
    const { words } = filled
    const about = { engine: engine.name, briefings, words, load, sameAnswers }
    return {
      result: {
        name: 'search',
        ratio: ratioOf(timings.site.p95, timings.direct.p95),
        ours: timings.site.p95,
        baseline: timings.direct.p95,
        unit: 'ms (p95, one at a time; baseline: the same request straight to the engine)',
        details: { ...about, timings, indexing, targets },
      },
      timings,
      indexing,
      targets,
    }
  } finally {
    await site.stop()
  }
}

/** Fills an archive, lets the site index it, and times its search against the same requests made straight to the engine. */
export async function benchSearch(options: SearchBenchOptions): Promise<SearchBench> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'signpost-bench-'))
  const env = { DATA_DIR: dataDir, DATABASE_URI: '', SITE_URL: '', WORKER: 'inside' }
  try {
    return await withOwnIndex({ ...options.settings, dataDir }, (engine) =>
      measure(options, engine, env),
    )
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
