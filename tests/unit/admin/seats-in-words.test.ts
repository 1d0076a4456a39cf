import { expect, it } from 'vitest'
import { seatsInWords } from '@/admin/seats-in-words'

it.each([
  [2, 3, '3 members have a seat of 2: nobody new can join until 2 have left.'],
  [2, 2, '2 members have a seat of 2: nobody new can join until one has left.'],
  [1, 1, 'One member has a seat of 1: nobody new can join until one has left.'],
  [5, 3, '3 members have a seat of 5: 2 more can join.'],
  [5, 0, '0 members have a seat of 5: 5 more can join.'],
  [0, 0, '0 members have a seat of none: nobody new can join.'],
  [null, 7, '7 members have a seat, and any number may join.'],
])('tells whoever set %s seats for %s members who can join', (seats, inUse, words) => {
  expect(seatsInWords(seats, inUse)).toBe(words)
})
