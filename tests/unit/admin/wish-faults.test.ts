import { expect, it } from 'vitest'
import { faultsOfWish } from '@/admin/enquiries/wish-faults'

const WISH = { kind: 'council', from: '2026-11-28', to: '2027-11-27', seats: '' }

it('lets a whole wish through, with any number of seats or a whole one', () => {
  expect(faultsOfWish(WISH)).toEqual({})
  expect(faultsOfWish({ ...WISH, seats: '12' })).toEqual({})
})

it('says of each day that is missing which it is', () => {
  expect(faultsOfWish({ ...WISH, from: '', to: '' })).toEqual({
    from: 'Give the first day of membership.',
    to: 'Give the last day of membership.',
  })
})

it('says that a membership would end before it begins', () => {
  expect(faultsOfWish({ ...WISH, to: '2026-11-27' })).toEqual({
    to: 'The membership would end before it begins.',
  })
})

it.each(['1.5', '0', '-3', '100001', 'a few'])('asks for whole seats instead of %s', (seats) => {
  expect(faultsOfWish({ ...WISH, seats }).seats).toMatch(/whole number/)
})
