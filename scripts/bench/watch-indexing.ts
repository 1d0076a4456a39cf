import { setTimeout as pause } from 'node:timers/promises'
import type { SearchEngine } from '@/search/search-engine'
import { residentMb } from './measured-site'

const EVERY_MS = 200

export type IndexingWatch = {
  readonly tookMs: number
  /** Peaks of the site's memory while it indexed the first half of the briefings and the second; null where not told. */
  readonly firstHalfMb: number | null
  readonly secondHalfMb: number | null
}

const peak = (samples: readonly number[]): number | null =>
  samples.length === 0 ? null : Math.max(...samples)

/** Follows a site that indexes `briefings`, from its start until all are held. */
export async function watchIndexing(args: {
  readonly engine: SearchEngine
  readonly pid: number
  readonly briefings: number
  readonly onProgress: (line: string) => void
}): Promise<IndexingWatch> {
  const { engine, pid, briefings, onProgress } = args
  const begun = performance.now()
  const halves: [number[], number[]] = [[], []]
  let held = 0
  while (held < briefings) {
    await pause(EVERY_MS)
    held = await engine.count('members').catch(() => held)
    const memory = residentMb(pid)
    if (memory !== null) halves[held < briefings / 2 ? 0 : 1].push(memory)
    onProgress(`Briefings indexed: ${held} of ${briefings}, ${memory ?? '?'} MB`)
  }
  return {
    tookMs: Math.round(performance.now() - begun),
    firstHalfMb: peak(halves[0]),
    secondHalfMb: peak(halves[1]),
  }
}
