import { expect, it } from 'vitest'
import { latestSlot, nextSlot } from '@/bulletin/slots'

const FRIDAYS = '30 7 * * 5'
const SUNDAYS = '30 7 * * 0'

it('finds the slot that has just come, to the second', () => {
  const at = new Date('2026-11-27T07:30:00.000Z')

  expect(latestSlot(FRIDAYS, at)).toEqual({ key: 'weekly:2026-11-27', at })
  expect(latestSlot(FRIDAYS, new Date(at.getTime() - 1))?.key).toBe('weekly:2026-11-20')
  expect(nextSlot(FRIDAYS, at)?.key).toBe('weekly:2026-12-04')
})

it('keeps to the clock on the wall when summer time begins and ends', () => {
  const spring = nextSlot(SUNDAYS, new Date('2027-03-27T12:00:00Z'))
  const autumn = nextSlot(SUNDAYS, new Date('2027-10-30T12:00:00Z'))

  expect(spring?.at.toISOString()).toBe('2027-03-28T06:30:00.000Z')
  expect(autumn?.at.toISOString()).toBe('2027-10-31T07:30:00.000Z')
})

it('names an issue by its local date, over the end of a year too', () => {
  expect(nextSlot(FRIDAYS, new Date('2026-12-31T23:00:00Z'))?.key).toBe('weekly:2027-01-01')
})
