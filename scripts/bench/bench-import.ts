import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { type BenchResult, ratioOf, type Target } from './bench-result'
import { runScript } from './measured-site'

/** Issue 7, must show 3: 1,000 briefings of 600 words. */
const LIMIT_S_A_THOUSAND = 60

export type ImportBench = {
  readonly result: BenchResult
  readonly targets: readonly Target[]
}

type Measured = {
  readonly created: number
  readonly invalid: number
  readonly unchanged: number
  readonly firstMs: number
  readonly againMs: number
  readonly plainMs: number
  readonly bytes: number
}

const seconds = (ms: number): number => Math.round(ms / 100) / 10

/** Brings a file of made-up briefings in, on SQLite, against the plain saves of the same texts in the same run. */
export async function benchImport(briefings: number): Promise<ImportBench> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'signpost-bench-'))
  try {
    const env = { DATA_DIR: dataDir, DATABASE_URI: '', SITE_URL: '' }
    const words = ['--briefings', String(briefings)]
    const measured = (await runScript('import-briefings', words, env)) as Measured
    const [ours, baseline] = [seconds(measured.firstMs), seconds(measured.plainMs)]
    const limit = (LIMIT_S_A_THOUSAND * briefings) / 1000
    return {
      result: {
        name: 'import',
        ratio: ratioOf(measured.firstMs, measured.plainMs),
        ...{ ours, baseline },
        unit: `s (${briefings} briefings of 600 words from a file; baseline: plain saves of the same texts)`,
        details: {
          ...{ briefings, created: measured.created, unchangedAgain: measured.unchanged },
          again: seconds(measured.againMs),
          megabytes: Math.round(measured.bytes / 100_000) / 10,
          load: loadavg().map((value) => Math.round(value * 100) / 100),
        },
      },
      targets: [
        {
          what: `${briefings} briefings of 600 words in ${ours} s, at most ${limit}`,
          isMet: ours <= limit,
        },
        {
          what: `each of them brought, and found unchanged the second time`,
          isMet: measured.created === briefings && measured.unchanged === briefings,
        },
      ],
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
