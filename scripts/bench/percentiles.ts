export type Timings = { readonly p50: number; readonly p95: number; readonly requests: number }

const rounded = (ms: number): number => Math.round(ms * 10) / 10

/** The nearest-rank percentile of a list that holds something. */
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN

/** Median and 95th percentile of milliseconds, to a tenth. */
export function timingsOf(milliseconds: readonly number[]): Timings {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  return {
    p50: rounded(percentile(sorted, 0.5)),
    p95: rounded(percentile(sorted, 0.95)),
    requests: sorted.length,
  }
}

/** Runs `work` on each of `items`, so many at once, and answers how long each took. */
export async function timeEach<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<unknown>,
): Promise<number[]> {
  const queue = items.values()
  const taken: number[] = []
  const lane = async () => {
    for (const item of queue) {
      const begun = performance.now()
      await work(item)
      taken.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return taken
}
