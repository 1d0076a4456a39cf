import { expect, it } from 'vitest'
import { byWhom, onWhat, withShortIds } from '@/admin/record/in-words'

const ID = '01a21f92-7a4c-7bbb-8ccc-000000000001'

const singularOf = (slug: string) => ({ organisations: 'Organisation', members: 'Member' })[slug]

it('calls staff by the name they had, with the way to their account', () => {
  expect(byWhom({ byKind: 'staff', byName: 'Ana', byId: ID })).toEqual({
    kind: 'Staff',
    name: 'Ana',
    href: `/admin/collections/staff/${ID}`,
  })
})

it('shows of a member the beginning of the id and no name', () => {
  expect(byWhom({ byKind: 'member', byId: ID })).toMatchObject({
    kind: 'Member',
    name: '01a21f92…',
  })
  expect(onWhat({ onKind: 'members', onId: ID }, singularOf)).toEqual({
    kind: 'Member',
    name: '01a21f92…',
    href: `/admin/collections/members/${ID}`,
  })
})

it('says the service once', () => {
  expect(byWhom({ byKind: 'service', byName: 'The service' })).toEqual({
    kind: 'The service',
    name: null,
    href: null,
  })
})

it('leads to an organisation by its name, and to an issue on its own page', () => {
  expect(onWhat({ onKind: 'organisations', onId: ID, onName: 'Ash Council' }, singularOf)).toEqual({
    kind: 'Organisation',
    name: 'Ash Council',
    href: `/admin/collections/organisations/${ID}`,
  })
  expect(onWhat({ onKind: 'bulletin-issues', onId: '2026-11-30' }, singularOf)).toMatchObject({
    name: '2026-11-30',
    href: '/admin/bulletin/2026-11-30',
  })
})

it('leads nowhere from what is no row of ours, and says nothing where there is nothing', () => {
  expect(onWhat({ onKind: 'own data', onId: ID }, singularOf)).toMatchObject({
    kind: 'Own data',
    href: null,
  })
  expect(onWhat({}, singularOf)).toBeNull()
})

it('shortens the ids within details', () => {
  expect(withShortIds(`from Ash Council (${ID}) to Elm`)).toBe(
    'from Ash Council (01a21f92…) to Elm',
  )
})
