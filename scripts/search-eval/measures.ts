/** Grades by document; 0 and what is not named is of no use. */
export type Grades = ReadonlyMap<string, number>

/** 2^grade − 1 (Burges et al. 2005): what came for counts for much more than worth a look. */
const gain = (grade: number): number => 2 ** grade - 1

const discounted = (gains: readonly number[]): number =>
  gains.reduce((sum, value, index) => sum + value / Math.log2(index + 2), 0)

/** Normalised discounted cumulative gain of the first `depth` found: 1 where no order could be better. */
export function ndcg(found: readonly string[], grades: Grades, depth: number): number {
  const best = [...grades.values()].map(gain).sort((a, b) => b - a)
  const ideal = discounted(best.slice(0, depth))
  const gains = found.slice(0, depth).map((id) => gain(grades.get(id) ?? 0))
  return ideal === 0 ? 0 : discounted(gains) / ideal
}

/** 1 over the place of the first useful document among the first `depth`, or 0. */
export function reciprocalRank(found: readonly string[], grades: Grades, depth: number): number {
  const place = found.slice(0, depth).findIndex((id) => (grades.get(id) ?? 0) > 0)
  return place === -1 ? 0 : 1 / (place + 1)
}

/** The share of all useful documents that stand among the first `depth`. */
export function recall(found: readonly string[], grades: Grades, depth: number): number {
  const useful = [...grades].filter(([, grade]) => grade > 0).map(([id]) => id)
  const seen = new Set(found.slice(0, depth))
  return useful.length === 0 ? 0 : useful.filter((id) => seen.has(id)).length / useful.length
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** The smallest value that `share` of them do not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
