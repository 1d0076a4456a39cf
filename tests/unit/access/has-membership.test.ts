import { expect, it } from 'vitest'
import { membershipStatus } from '@/access/has-membership'

const FROM = '2026-04-01T00:00:00.000Z'

const status = (membershipTo: string, now: string, graceDays = 0) =>
  membershipStatus({ membershipFrom: FROM, membershipTo, graceDays }, new Date(now))

it.each(['2027-02-03T00:00:00.000Z', '2027-02-03T12:00:00.000Z', '2027-02-03'])(
  'lets members read through the whole of the last day and no longer, stored as %s',
  (lastDay) => {
    expect(status(lastDay, '2027-02-03T23:59:59Z')).toBe('running')
    expect(status(lastDay, '2027-02-04T00:00:00Z')).toBe('ended')
    expect(status(lastDay, '2027-02-05T23:59:59Z', 2)).toBe('grace')
    expect(status(lastDay, '2027-02-06T00:00:00Z', 2)).toBe('ended')
  },
)

it('counts the days as the clocks stand in London, in summer too', () => {
  const lastDay = '2026-08-31T00:00:00.000Z'

  expect(status(lastDay, '2026-08-31T22:59:59Z')).toBe('running')
  expect(status(lastDay, '2026-08-31T23:00:00Z')).toBe('ended')
  expect(status(lastDay, '2026-03-31T22:59:59Z')).toBe('not-begun')
  expect(status(lastDay, '2026-03-31T23:00:00Z')).toBe('running')
})

it('begins with the first minute of the first day, though the desk stored its noon', () => {
  const dates = { membershipFrom: '2026-11-02T12:00:00Z', membershipTo: '2027-11-01T12:00:00Z' }

  expect(membershipStatus(dates, new Date('2026-11-01T23:59:59Z'))).toBe('not-begun')
  expect(membershipStatus(dates, new Date('2026-11-02T00:00:00Z'))).toBe('running')
})
