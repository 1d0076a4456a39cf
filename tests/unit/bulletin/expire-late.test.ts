import { expect, it } from 'vitest'
import { lastMomentOf } from '@/bulletin/expire-late'

const WEEKLY = '30 7 * * 5'
const DAILY = '30 7 * * *'

const lastMoment = (frozenAt: string, slotAt: string, schedule: string) =>
  lastMomentOf({ frozenAt, slotAt }, schedule).toISOString()

it('gives an issue two days to be sent', () => {
  const friday = '2026-11-27T07:30:00.000Z'
  expect(lastMoment(friday, friday, WEEKLY)).toBe('2026-11-29T07:30:00.000Z')
})

it('gives an issue until the next one is due, where that is sooner', () => {
  const friday = '2026-11-27T07:30:00.000Z'
  expect(lastMoment(friday, friday, DAILY)).toBe('2026-11-28T07:30:00.000Z')
})

it('counts two days from when an issue was frozen, early or late', () => {
  const slot = '2026-11-27T07:30:00.000Z'
  expect(lastMoment('2026-11-25T12:00:00.000Z', slot, WEEKLY)).toBe('2026-11-27T12:00:00.000Z')
  expect(lastMoment('2026-12-03T12:00:00.000Z', slot, WEEKLY)).toBe('2026-12-04T07:30:00.000Z')
})
