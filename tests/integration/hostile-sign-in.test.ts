import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { viewerFrom } from '@/app/viewer-from'
import { attemptsInDatabase } from '@/app/attempts-in-database'
import { limitOf } from '@/lib/limit'
import { clientAddress, PEER_HEADER } from '@/lib/client-address'
import { startSession } from '@/members/sessions'
import { aMember } from '../support/a-member'
import { type HostileHouse, openHostileHouse, textOf } from '../support/hostile-house'

const HOUR = 60 * 60_000

let house: HostileHouse
beforeAll(async () => {
  house = await openHostileHouse()
})
afterAll(() => house.close())
/** Each test in a quarter of an hour of its own, so that none is counted with another. */
beforeEach(() => {
  house.clock.now = new Date(house.clock.now.getTime() + HOUR)
  house.afterwards.length = 0
})

const officer = () => house.world.staff.officer ?? { email: '', password: '' }

const post = (path: string, sent: unknown, headers: Record<string, string> = {}) =>
  house.door(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof sent === 'string' ? sent : JSON.stringify(sent),
  })

const login = (email: string, password: string, from = '192.0.2.1') =>
  post('/api/staff/login', { email, password }, { 'x-test-from': from })

const cookieOf = (answer: Awaited<ReturnType<typeof login>>) =>
  String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? ''

describe('staff who sign in', () => {
  it('H31 are told the same, after the same work, whether or not they have an account', async () => {
    const work = vi.spyOn(crypto, 'pbkdf2')
    syncBuiltinESMExports()
    const calls = async (email: string) => {
      work.mockClear()
      const answer = await login(email, 'not the password')
      const hashed = work.mock.calls.map(([, , rounds, bytes, digest]) => [rounds, bytes, digest])
      return { told: textOf(answer), hashed }
    }
    const known = await calls(officer().email)
    const unknown = await calls('nobody@example.org')

    expect(known).toEqual(unknown)
    expect(known.hashed).toEqual([[600_000, 32, 'sha256']])
    expect(known.told).toMatch(/^401/)
    work.mockRestore()
    syncBuiltinESMExports()
  })

  it('H31 are told the same when they have left, whatever their password', async () => {
    await house.payload.create({
      collection: 'staff',
      overrideAccess: true,
      data: {
        name: 'Gone',
        email: 'gone@example.org',
        password: 'a long enough one',
        role: 'officer',
        hasLeft: true,
      },
    })

    expect(textOf(await login('gone@example.org', 'a long enough one'))).toBe(
      textOf(await login('nobody@example.org', 'not the password')),
    )
  })

  it('H32 are stopped at the sixth try on one account, and from one place at the twenty-first', async () => {
    const tries: number[] = []
    for (let count = 0; count < 6; count += 1) {
      tries.push((await login('ana@example.org', 'wrong', '192.0.2.7')).status)
    }
    const others: number[] = []
    for (let count = 0; count < 21; count += 1) {
      others.push((await login(`m${count}@example.org`, 'wrong', '192.0.2.8')).status)
    }
    const answer = await login('ana@example.org', 'wrong', '192.0.2.7')

    expect(tries).toEqual([401, 401, 401, 401, 401, 429])
    expect(others.slice(0, 20).every((status) => status === 401)).toBe(true)
    expect(others[20]).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  }, 120_000)

  it('H32 still come in from another place while somebody guesses at their account from twenty', async () => {
    const { email, password } = officer()
    const guesses: number[] = []
    for (let count = 0; count < 20; count += 1) {
      guesses.push((await login(email, 'wrong', `198.51.100.${count}`)).status)
    }

    expect(new Set(guesses)).toEqual(new Set([401]))
    expect((await login(email, password, '203.0.113.1')).status).toBe(200)
  }, 120_000)

  it('H32 are counted by the proxies that are trusted and by no address a sender made up', () => {
    const headers = new Headers({ 'x-forwarded-for': '1.1.1.1, 2.2.2.2', [PEER_HEADER]: '3.3.3.3' })

    expect(clientAddress(headers, 0)).toBe('3.3.3.3')
    expect(clientAddress(headers, 1)).toBe('2.2.2.2')
  })

  it('H32 are counted together by every process', async () => {
    const open = () => Promise.resolve(house.payload)
    const processes = [1, 2, 3].map(() =>
      limitOf(10, 15, { name: 'test', store: attemptsInDatabase(open) }),
    )
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => processes[n % 3]!('somebody', house.clock.now)),
    )

    expect(answers.filter(({ kind }) => kind === 'allowed')).toHaveLength(10)
  })

  it.each([
    ['an operator', '{"email":{"$ne":null},"password":"x"}'],
    ['lists', '{"email":["a@b.example"],"password":["x"]}'],
    ['a line break', { email: 'a@b\r\nBcc:x', password: 'x' }],
    ['NUL', { email: 'a\u0000@b.example', password: 'x' }],
    ['letters that look alike', { email: 'оfficer@signpost.example', password: 'x' }],
  ])('H33 get no further with %s, and no mail goes out', async (_what, sent) => {
    const answer = await post('/api/staff/login', sent)

    expect([400, 401]).toContain(answer.status)
    expect(house.afterwards).toEqual([])
  })

  it('H33 get no further with a password of a million letters', async () => {
    const sent = { email: officer().email, password: 'x'.repeat(1e6) }

    expect((await post('/api/staff/login', sent)).status).toBe(413)
  })
})

describe('sessions', () => {
  it('H38 of staff end with sign-out', async () => {
    const { administrator } = house.world.staff
    const cookie = cookieOf(await login(administrator?.email ?? '', administrator?.password ?? ''))
    const headers = { Cookie: cookie, Origin: house.settings.siteUrl }
    const desk = () => house.door('/api/briefings', { headers })

    expect((await desk()).status).toBe(200)
    await house.door('/api/staff/logout', { method: 'POST', headers })
    expect((await desk()).status).toBe(404)
  })

  it('H38 of a member who was deleted open nothing, though another has the address since', async () => {
    const { payload } = house
    const now = new Date('2026-11-23T09:00:00Z')
    const member = await aMember(payload)
    const { token } = await startSession({ payload, memberId: member.id, now })
    await payload.delete({ collection: 'members', id: member.id, overrideAccess: true })
    await aMember(payload, { email: member.email })
    const headers = new Headers({ Cookie: `signpost-member=${token}` })

    expect(await viewerFrom({ payload, headers, isLoopback: true, now })).toEqual({
      kind: 'visitor',
    })
  })

  it('H36 open nothing for another site’s page: what changes something names its origin', async () => {
    const { email, password } = house.world.staff.administrator ?? { email: '', password: '' }
    const cookie = cookieOf(await login(email, password))
    const body = JSON.stringify({ name: 'Planted from elsewhere' })
    const create = (headers: Record<string, string>) =>
      house.door('/api/topics', {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json', Cookie: cookie, ...headers },
      })

    // From another origin the session is not even read.
    for (const origin of ['https://evil.example', 'null', 'https://sub.localhost']) {
      expect([origin, (await create({ Origin: origin })).status]).toEqual([origin, 404])
    }
    expect((await create({})).status).toBe(404)
    const ours = { Origin: house.settings.siteUrl }
    for (const site of ['cross-site', 'same-site']) {
      expect((await create({ ...ours, 'Sec-Fetch-Site': site })).status).toBe(403)
    }
    expect((await create({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(403)
    const found = await house.payload.count({
      collection: 'topics',
      overrideAccess: true,
      where: { name: { equals: 'Planted from elsewhere' } },
    })
    expect(found.totalDocs).toBe(0)
    expect((await create(ours)).status).toBe(201)
  })
})
