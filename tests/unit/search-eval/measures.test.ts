import { describe, expect, it } from 'vitest'
import {
  mean,
  ndcg,
  percentile,
  recall,
  reciprocalRank,
} from '../../../scripts/search-eval/measures'

const grades = new Map([
  ['best', 3],
  ['worth-a-look', 1],
  ['useless', 0],
])

describe('how good a list of results is', () => {
  it('is whole where no order could be better', () => {
    expect(ndcg(['best', 'worth-a-look', 'useless'], grades, 10)).toBe(1)
  })

  it('counts a grade of 3 as 7, of 1 as 1, and a later place for less', () => {
    // (1/log2 2 + 7/log2 3) / (7/log2 2 + 1/log2 3) = 5.41650 / 7.63093
    expect(ndcg(['worth-a-look', 'best'], grades, 10)).toBeCloseTo(0.70981, 4)
  })

  it('counts nothing below the depth, of what was found and of what might have been', () => {
    expect(ndcg(['other', 'best'], grades, 1)).toBe(0)
    expect(ndcg(['best'], grades, 1)).toBe(1)
  })

  it('is nothing where nothing is of use', () => {
    expect(ndcg(['useless'], new Map([['useless', 0]]), 10)).toBe(0)
  })

  it('looks at the first useful place', () => {
    expect(reciprocalRank(['useless', 'worth-a-look', 'best'], grades, 10)).toBe(0.5)
    expect(reciprocalRank(['useless', 'worth-a-look'], grades, 1)).toBe(0)
  })

  it('asks how much of what is useful was found', () => {
    expect(recall(['best', 'other', 'worth-a-look'], grades, 2)).toBe(0.5)
    expect(recall(['best', 'other', 'worth-a-look'], grades, 3)).toBe(1)
  })
})

describe('how long it took', () => {
  it('takes the middle and the slow end by nearest rank', () => {
    const times = Array.from({ length: 20 }, (_, index) => 20 - index)
    expect(percentile(times, 0.5)).toBe(10)
    expect(percentile(times, 0.95)).toBe(19)
    expect(percentile([], 0.95)).toBe(0)
  })

  it('means nothing of nothing', () => {
    expect(mean([])).toBe(0)
    expect(mean([1, 2])).toBe(1.5)
  })
})
