import { expect, it } from 'vitest'
import { editDistance } from '@/lib/edit-distance'

it.each([
  ['housing', 'housing', 0],
  ['housing', 'huosing', 1],
  ['housing', 'housng', 1],
  ['homelessness', 'homlesnes', 3],
  ['apprenticeship', 'aprenticship', 2],
])('counts the slips between %s and %s', (a, b, slips) => {
  expect(editDistance(a, b, 3)).toBe(slips)
})

it('stops counting past the most it was asked for', () => {
  expect(editDistance('planning', 'devolution', 2)).toBe(3)
})
