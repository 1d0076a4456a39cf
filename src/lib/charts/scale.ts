import type { ChartSeries } from './chart-series'

export type Scale = {
  readonly ticks: readonly number[]
  /** A value as a share of the way from the first tick to the last. */
  readonly at: (value: number) => number
}

/** 1, 2 or 5 times a power of ten, and at least `rough`. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  return (([1, 2, 5, 10] as const).find((times) => times * power >= rough) ?? 10) * power
}

/** A scale with round ticks that takes in nought and every value, so that lengths compare as figures do. */
export function scaleOf(series: readonly ChartSeries[]): Scale {
  const values = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []))
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const step = roundStep((high - low || 1) / 4)
  const first = Math.floor(low / step)
  const last = Math.max(Math.ceil(high / step), first + 1)
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  )
  return { ticks, at: (value) => (value - first * step) / ((last - first) * step) }
}
