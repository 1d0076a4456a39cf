import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import type { Settings } from '@/config/settings'
import { type BenchResult, ratioOf, type Target } from './bench-result'
import { type Environment, runScript } from './measured-site'
import { withOwnIndex } from './own-index'
import { type Timings, timingsOf } from './percentiles'
import { startWorkerApart } from './worker-apart'

const LIMIT_MS = 2000

export type PublishBench = {
  readonly result: BenchResult
  /** The worker in the process that publishes, and in one of its own. */
  readonly timings: Readonly<Record<'inside' | 'apart', Timings>>
  readonly targets: readonly Target[]
}

async function publish(times: number, held: number, more: readonly string[], env: Environment) {
  const words = ['--times', String(times), '--after', String(held), ...more]
  const { took } = await runScript('publish-briefings', words, env)
  return timingsOf(took as number[])
}

async function measure(briefings: number, times: number, env: Environment): Promise<PublishBench> {
  await runScript('fill-archive', ['--briefings', String(briefings)], env)
  const inside = await publish(times, briefings, ['--with-worker'], env)
  const stopWorker = startWorkerApart(env)
  try {
    const apart = await publish(times, briefings + times, [], env)
    const target = (where: string, { p95 }: Timings): Target => ({
      what: `published by ${where}: p95 ${p95} ms, at most ${LIMIT_MS}`,
      isMet: p95 <= LIMIT_MS,
    })
    const load = loadavg().map((value) => Math.round(value * 100) / 100)
    return {
      result: {
        name: 'publish',
        ratio: ratioOf(apart.p95, inside.p95),
        ours: apart.p95,
        baseline: inside.p95,
        unit: 'ms (p95, published by another process than the worker’s; baseline: by the same process)',
        details: { briefings, timings: { inside, apart }, load },
      },
      timings: { inside, apart },
      targets: [target('the worker’s own process', inside), target('another process', apart)],
    }
  } finally {
    await stopWorker()
  }
}

/** Publishes one briefing after another and times each from the beginning of its save until a search finds it. */
export async function benchPublish({
  settings,
  briefings,
  times,
}: {
  readonly settings: Settings
  readonly briefings: number
  readonly times: number
}): Promise<PublishBench> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'signpost-bench-'))
  const env = { DATA_DIR: dataDir, DATABASE_URI: '', SITE_URL: '' }
  try {
    return await withOwnIndex({ ...settings, dataDir }, () => measure(briefings, times, env))
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
