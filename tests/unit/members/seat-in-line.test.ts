import { describe, expect, it } from 'vitest'
import {
  type ManagedOrganisation,
  nextInLine,
  seatedSince,
} from '@/members/organisation/managed-organisation'

const person = (name: string) => ({ id: `${name}-id`, name, email: `${name}@westmoor.example` })
const asking = (name: string) => ({ ...person(name), id: `request of ${name}` })

const FULL: ManagedOrganisation = {
  id: 'o',
  name: 'Westmoor Council',
  status: 'running',
  membershipTo: '2027-03-31',
  graceDays: 0,
  domains: [],
  seats: 2,
  managers: [person('mona')],
  members: [person('rita')],
  leavers: [],
  waiting: [asking('wendy'), asking('walt')],
}

describe('before a removal, a manager is told that the seat is another’s at once', () => {
  it('whoever has waited longest', () => {
    expect(nextInLine(FULL)).toMatchObject({ name: 'wendy' })
  })

  it('unless nobody waits, there are too few seats as it is, or the membership has ended', () => {
    expect(nextInLine({ ...FULL, waiting: [] })).toBeNull()
    expect(nextInLine({ ...FULL, seats: 1 })).toBeNull()
    expect(nextInLine({ ...FULL, status: 'ended' })).toBeNull()
  })
})

describe('after a removal, a manager is told who got the seat', () => {
  it('by name, where somebody did', () => {
    const after = { ...FULL, members: [person('wendy')], waiting: [asking('walt')] }
    expect(seatedSince(FULL, after)).toEqual(person('wendy'))
  })

  it('and nobody’s name, where nobody did', () => {
    expect(seatedSince(FULL, { ...FULL, members: [] })).toBeNull()
  })
})
