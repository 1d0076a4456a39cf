import { expect, it } from 'vitest'
import { changeFor } from '@/bulletin/record-outcome'

const NOW = new Date('2026-11-27T07:30:00Z')
const MINUTE = 60_000

const deferred = { state: 'deferred', code: 451, reply: '451 later' } as const

const waitsAfter = (attempts: number, random: number): number => {
  const { nextAttemptAt } = changeFor(deferred, attempts, NOW, () => random)
  return (new Date(nextAttemptAt ?? 0).getTime() - NOW.getTime()) / MINUTE
}

it('tries mail that was put off again, later each time, for the better part of a day', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map((attempts) => waitsAfter(attempts, 0.5))
  expect(waits).toEqual([1, 5, 15, 60, 180, 360, 720])
})

it('does not try all that was put off together again at one moment', () => {
  expect([waitsAfter(3, 0), waitsAfter(3, 1)]).toEqual([12, 18])
})

it('gives up after eight tries, and says so', () => {
  expect(changeFor(deferred, 8, NOW, () => 0.5)).toMatchObject({
    state: 'expired',
    reason: 'put off too often',
    doneAt: NOW.toISOString(),
  })
})

it('keeps what a server said without the name of whom it said it of', () => {
  const reply = '5.1.1 <ana.llwyd@example.gov.uk>: no such person here'
  const refused = { state: 'refused', code: 550, reply } as const
  expect(changeFor(refused, 1, NOW)).toMatchObject({
    reply: '5.1.1 <•••@example.gov.uk>: no such person here',
  })
})
