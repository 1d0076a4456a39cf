import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HostileHouse, openHostileHouse, textOf } from '../support/hostile-house'

/** docs/hostile-tests.md says what each number asks. */

let house: HostileHouse
beforeAll(async () => {
  house = await openHostileHouse()
})
afterAll(() => house.close())

const CLOSED = '404 {"error":{"code":"not-found","message":"There is nothing here."}}'
const member = () => ({ Cookie: house.world.memberCookies.member ?? '' })

/** What a member would gain by: rights, time, and what Payload keeps of those who sign in with it. */
const WISHES = {
  organisation: 'x',
  isManager: true,
  email: 'me@evil.example',
  seat: 'x:1',
  leftAt: null,
  lastSignedInAt: '2099-01-01T00:00:00.000Z',
  roles: ['administrator'],
  sessions: [{ id: 'x', expiresAt: '2099-01-01T00:00:00.000Z' }],
  loginAttempts: 0,
  lockUntil: null,
  _verified: true,
}

/** The row of the very member whose cookie is sent. */
async function ownRow(): Promise<string> {
  const { docs } = await house.payload.find({
    collection: 'members',
    where: { email: { equals: house.world.memberAddress } },
    overrideAccess: true,
  })
  return docs[0]?.id ?? ''
}

describe('Payload’s own routes', () => {
  it('H12 lock nothing in an editor’s name for a member', async () => {
    const count = () =>
      house.payload.count({ collection: 'payload-locked-documents', overrideAccess: true })
    const before = (await count()).totalDocs
    const body = JSON.stringify({
      document: { relationTo: 'briefings', value: house.world.briefings.live.id },
      user: { relationTo: 'staff', value: house.world.rows.staff },
    })
    const asked = {
      method: 'POST',
      body,
      headers: { ...member(), 'Content-Type': 'application/json' },
    }
    const answer = await house.door('/api/payload-locked-documents', asked)

    expect(textOf(answer)).toBe(CLOSED)
    expect((await house.guard('/api/payload-locked-documents', asked)).status).toBe(403)
    expect((await count()).totalDocs).toBe(before)
  })

  it('H13 change nothing of a member for that member', async () => {
    const id = await ownRow()
    const read = () =>
      house.payload.findByID({ collection: 'members', id, depth: 0, overrideAccess: true })
    const before = await read()
    const attempts = [WISHES, ...Object.entries(WISHES).map(([name, value]) => ({ [name]: value }))]

    for (const wish of attempts) {
      const asked = {
        method: 'PATCH',
        body: JSON.stringify(wish),
        headers: { ...member(), 'Content-Type': 'application/json' },
      }
      expect(textOf(await house.door(`/api/members/${id}`, asked))).toBe(CLOSED)
      expect((await house.guard(`/api/members/${id}`, asked)).status).toBe(403)
      const many = `/api/members?where[id][equals]=${id}`
      expect(textOf(await house.door(many, asked))).toBe(CLOSED)
      expect((await house.guard(many, asked)).status).toBeLessThan(500)
      expect([wish, await read()]).toEqual([wish, before])
    }
  })

  it('H14 show and change no other account', async () => {
    for (const slug of ['members', 'staff'] as const) {
      for (const method of ['GET', 'PATCH', 'DELETE']) {
        const body = method === 'PATCH' ? '{"name":"x"}' : undefined
        const asked = { method, headers: member(), ...(body ? { body } : {}) }
        const answer = await house.door(`/api/${slug}/${house.world.rows[slug] ?? ''}`, asked)
        expect(textOf(answer)).toBe(CLOSED)
      }
    }
  })
})
