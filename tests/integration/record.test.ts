import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { behindAllowList } from '@/app/rest-doors'
import { moveStage } from '@/briefings/move-stage'
import { openIssue } from '@/bulletin/open-issue'
import { pauseIssue } from '@/bulletin/steer-issue'
import { PEER_HEADER } from '@/lib/client-address'
import { eraseAccount } from '@/members/erase-account'
import { inviteColleague, removeColleague } from '@/members/organisation/manage-members'
import type { AuditEvent, Organisation, Staff } from '@/payload-types'
import { aMember } from '../support/a-member'
import { type House, openHouse } from '../support/access-table/house'
import { PASSWORD } from '../support/access-table/people'
import { makeRow } from '../support/access-table/rows'
import { doorsInMemory } from '../support/doors-in-memory'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const NOW = new Date('2026-11-23T12:00:00Z')

/** What the record tells of one row, oldest first. */
async function recordOf(onId: string): Promise<AuditEvent[]> {
  const { docs } = await house.payload.find({
    collection: 'audit-events',
    overrideAccess: true,
    pagination: false,
    limit: 0,
    sort: 'at',
    where: { onId: { equals: onId } },
  })
  return docs
}

const told = (events: readonly AuditEvent[]) =>
  events.map(({ act, byName, details }) => [act, byName ?? null, details ?? null])

const idOfWho = (who: 'administrator' | 'editor' | 'officer') => house.people[who].id ?? ''

async function asAdministrator(path: string, data: object, method = 'PATCH') {
  const { administrator } = house.people
  const headers = administrator.door === 'http' ? administrator.headers : {}
  return house.rest(
    new Request(`${house.settings.siteUrl}/api/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(data),
    }),
  )
}

function knock(password: string, from: string) {
  const route = behindAllowList(
    (request) => house.rest(request),
    () => Promise.resolve(house.payload),
    { ...doorsInMemory(), clientOf: () => from },
  )
  return route(
    new Request(`${house.settings.siteUrl}/api/staff/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [PEER_HEADER]: from },
      body: JSON.stringify({ email: 'editor@signpost.example', password }),
    }),
    { params: Promise.resolve({ slug: ['staff', 'login'] }) },
  )
}

const aStaff = (role: Staff['role']): Promise<Staff> =>
  house.payload.create({
    collection: 'staff',
    overrideAccess: true,
    data: {
      name: `New ${role}`,
      email: `${crypto.randomUUID()}@example.org`,
      password: PASSWORD,
      role,
    },
  })

describe('the record tells administrators', () => {
  it('who came in at the desk and who was refused, and whether it was from the same place', async () => {
    await knock('not the password', '192.0.2.77')
    await knock(PASSWORD, '192.0.2.77')
    await knock('not the password', '192.0.2.78')
    await vi.waitFor(async () => expect(await recordOf(idOfWho('editor'))).toHaveLength(3))
    const refused = (await recordOf(idOfWho('editor'))).filter(
      ({ act }) => act === 'sign-in-refused',
    )
    const { docs } = await house.payload.find({
      collection: 'audit-events',
      overrideAccess: true,
      where: { and: [{ act: { equals: 'signed-in' } }, { fromHash: { exists: true } }] },
    })

    expect(docs.map(({ byId, byName }) => [byId, byName])).toEqual([[idOfWho('editor'), 'editor']])
    const marks = refused.map(({ fromHash }) => fromHash)
    expect(marks).toHaveLength(2)
    expect(marks).toContain(docs[0]?.fromHash)
    expect(new Set(marks).size).toBe(2)
    expect(JSON.stringify([refused, docs])).not.toContain('192.0.2')
  }, 30_000)

  it('who made an account, changed its role or address, closed it, set its password and removed it', async () => {
    const { id } = await aStaff('officer')
    await asAdministrator(`staff/${id}`, { role: 'editor' })
    await asAdministrator(`staff/${id}`, { email: 'another.address@signpost.example' })
    await asAdministrator(`staff/${id}`, { jobTitle: 'Head of nothing' })
    await asAdministrator(`staff/${id}`, { password: 'marmalade lighthouse drum' })
    await asAdministrator(`staff/${id}`, { hasLeft: true })
    await asAdministrator(`staff/${id}`, { hasLeft: false })
    await house.payload.delete({ collection: 'staff', id, overrideAccess: true })

    expect(told(await recordOf(id))).toEqual([
      ['staff-made', 'The service', 'officer'],
      ['staff-role-changed', 'administrator', 'from officer to editor'],
      ['address-changed', 'administrator', null],
      ['password-changed', 'administrator', null],
      ['staff-left', 'administrator', null],
      ['staff-returned', 'administrator', null],
      ['staff-removed', 'The service', 'editor'],
    ])
  }, 30_000)

  it('who published, changed, took down and removed what readers see, and nothing of drafts', async () => {
    const id = await makeRow(house, 'articles', { title: 'An article', _status: 'draft' })
    const publishedAt = '2024-01-02T09:00:00.000Z'
    await asAdministrator(`articles/${id}?draft=true`, { summary: 'Still a draft.' })
    await asAdministrator(`articles/${id}`, { _status: 'published', publishedAt })
    await asAdministrator(`articles/${id}?draft=true`, {
      summary: 'Not seen yet.',
      _status: 'draft',
    })
    await asAdministrator(`articles/${id}`, { _status: 'draft' })
    await house.payload.delete({ collection: 'articles', id, overrideAccess: true })

    expect(told(await recordOf(id))).toEqual([
      ['published', 'administrator', null],
      ['taken-down', 'administrator', null],
      ['removed', 'The service', null],
    ])
  })

  it('who moved a briefing on, once and by name', async () => {
    const id = await makeRow(house, 'briefings', { title: 'Moved', _status: 'draft' })
    const staff = await house.payload.findByID({
      collection: 'staff',
      id: idOfWho('officer'),
      overrideAccess: true,
    })
    await moveStage({ payload: house.payload, id, action: 'submit', staff, now: NOW })
    await moveStage({ payload: house.payload, id, action: 'submit', staff, now: NOW })

    expect(told(await recordOf(id))).toEqual([['stage-moved', 'officer', 'submit']])
  })

  it('who changed until when an organisation reads, and how many', async () => {
    const { payload } = house
    const { id } = await payload.create({
      collection: 'organisations',
      overrideAccess: true,
      data: {
        name: 'Ash Council',
        kind: 'council',
        membershipFrom: '2020-01-01',
        membershipTo: '2027-01-01',
      },
    })
    await asAdministrator(`organisations/${id}`, { seats: 5 })
    await asAdministrator(`organisations/${id}`, { membershipTo: '2028-03-04T12:00:00.000Z' })
    await asAdministrator(`organisations/${id}`, { notes: 'Call them.' })
    await asAdministrator(`organisations/${id}`, {}, 'DELETE')

    expect(told(await recordOf(id))).toEqual([
      ['organisation-made', 'The service', null],
      ['organisation-changed', 'administrator', 'seats from nothing to 5'],
      ['organisation-changed', 'administrator', 'last day from 1 January 2027 to 4 March 2028'],
      ['organisation-removed', 'administrator', null],
    ])
  })

  it('who invited, made a manager of, removed and erased a member, by number and never by name', async () => {
    const { payload } = house
    const made = await aMember(payload, { to: '2099-12-31' })
    await asAdministrator(`members/${made.id}`, { isManager: true })
    const manager = await payload.findByID({
      collection: 'members',
      id: made.id,
      depth: 1,
      overrideAccess: true,
    })
    const words = { name: 'Quentin Quill', email: 'quentin@quill.example' }
    await inviteColleague({ payload, manager, now: NOW, words })
    const { docs } = await payload.find({
      collection: 'members',
      overrideAccess: true,
      where: { email: { equals: words.email } },
    })
    const invited = docs[0]!
    await removeColleague({ payload, manager, now: NOW }, invited.id)
    await eraseAccount({ payload, member: invited })
    const [ofManager, ofInvited] = [await recordOf(manager.id), await recordOf(invited.id)]

    expect(told(ofManager).at(-1)).toEqual([
      'membership-changed',
      'administrator',
      'manages its members',
    ])
    expect(ofInvited.map(({ act, byId }) => [act, byId])).toEqual(
      expect.arrayContaining([
        ['member-made', manager.id],
        ['member-left', manager.id],
        ['member-erased', invited.id],
      ]),
    )
    const organisation = manager.organisation as Organisation
    expect(ofInvited.find(({ act }) => act === 'member-made')?.details).toBe(
      `of ${organisation.name} (${organisation.id})`,
    )
    expect(ofInvited).toHaveLength(3)
    expect(JSON.stringify([ofManager, ofInvited])).not.toMatch(/quentin|quill|A member/i)
  })

  it('who steered an issue of the Bulletin, and why', async () => {
    const { payload, settings } = house
    const { key: issueKey } = await openIssue({ payload, settings, now: NOW })
    const actor = { kind: 'staff', id: idOfWho('editor'), name: 'editor' } as const
    await pauseIssue({ payload, issueKey, by: 'editor', actor, why: 'A mistake in it', now: NOW })
    const [entry] = await recordOf(issueKey)

    expect(entry).toMatchObject({
      act: 'bulletin-steered',
      byId: idOfWho('editor'),
      details: 'paused: A mistake in it',
    })
  })
})
