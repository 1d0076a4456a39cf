import type { ParsedMail } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Staff } from '@/payload-types'
import { type HostileHouse, openHostileHouse, textOf } from '../support/hostile-house'
import { mailsInOutbox } from '../support/outbox'

const HOUR = 60 * 60_000

let house: HostileHouse
beforeAll(async () => {
  house = await openHostileHouse()
})
afterAll(() => house.close())
/** Each test in hours of its own, so that none is counted with another. */
beforeEach(() => {
  house.clock.now = new Date(house.clock.now.getTime() + HOUR)
  house.afterwards.length = 0
})

const officer = () => house.world.staff.officer ?? { email: '', password: '' }

const post = (path: string, sent: unknown, headers: Record<string, string> = {}) =>
  house.door(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(sent),
  })

/** A minute between two wishes of one person: Payload mails no second link sooner. */
async function letAMinutePass(): Promise<void> {
  const { payload } = house
  const { docs } = await payload.db.find<Staff>({ collection: 'staff', pagination: false })
  for (const { id } of docs) {
    await payload.db.updateOne({
      collection: 'staff',
      id,
      data: { resetPasswordRequestedAt: null },
    })
  }
}

/** Does what was put off until the answer was out, and reads what it mailed. */
async function mailsSent(between: () => Promise<void> = letAMinutePass) {
  const before = (await mailsInOutbox(house.dataDir)).length
  for (const work of house.afterwards) {
    await between()
    await work()
  }
  return (await mailsInOutbox(house.dataDir)).slice(before)
}

const linkIn = ({ html }: ParsedMail): string => /href="([^"]+)"/.exec(html || '')?.[1] ?? ''

describe('staff who forgot a password', () => {
  it('H34 are answered alike, asked for from a hundred places, and mailed ten times', async () => {
    const { email } = officer()
    const ask = (address: string, from: string) =>
      post('/api/staff/forgot-password', { email: address }, { 'x-test-from': from })
    const answers = new Set<string>()
    for (let count = 0; count < 100; count += 1) {
      answers.add(textOf(await ask(email, `198.51.100.${count}`)))
    }
    answers.add(textOf(await ask('nobody@example.org', '192.0.2.9')))
    const mails = await mailsSent()

    expect([...answers]).toEqual(['200 {"message":"Success"}'])
    expect(
      mails.map(({ to }) =>
        [to]
          .flat()
          .map((one) => one?.text)
          .join(),
      ),
    ).toEqual(Array.from({ length: 10 }, () => email))
  })

  it('H34 who wish twice at once get one mail', async () => {
    const { email } = officer()
    await post('/api/staff/forgot-password', { email })
    await post('/api/staff/forgot-password', { email })
    await letAMinutePass()

    expect(house.afterwards).toHaveLength(2)
    expect(await mailsSent(() => Promise.resolve())).toHaveLength(1)
  })

  it('H34 who wish for passwords from one place are heard ten times', async () => {
    for (let count = 0; count < 15; count += 1) {
      await post('/api/staff/forgot-password', { email: `m${count}@example.org` })
    }

    expect(house.afterwards).toHaveLength(10)
    expect(await mailsSent()).toEqual([])
  })

  it('H35 get a link to this site alone, whatever host the wish names, good once', async () => {
    const { email } = officer()
    const path = '/api/staff/forgot-password'
    const { siteUrl } = house.settings
    await post(path, { email }, { Host: 'evil.example' })
    await post(path, { email }, { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'http' })
    await post(`https://evil.example${path}`, { email }, { Host: 'evil.example' })
    const mails = await mailsSent()
    const links = mails.map(linkIn)
    const reset = (link: string, password: string) =>
      post('/api/staff/reset-password', { token: link.split('/').at(-1), password })

    expect(links).toHaveLength(3)
    for (const [index, link] of links.entries()) {
      expect(new URL(link).origin).toBe(new URL(siteUrl).origin)
      expect(JSON.stringify(mails[index])).not.toContain('evil.example')
    }
    const [last = ''] = links.slice(-1)
    expect((await reset(last, 'another long password')).status).toBe(200)
    expect((await reset(last, 'a third long password')).status).toBe(403)
  })

  it('H35 get a link for an hour, and nothing by it afterwards', async () => {
    const { id, email } = await house.payload.create({
      collection: 'staff',
      overrideAccess: true,
      data: {
        name: 'Late',
        email: 'late@example.org',
        password: 'a long enough one',
        role: 'officer',
      },
    })
    const before = Date.now()
    const token = await house.payload.forgotPassword({
      collection: 'staff',
      data: { email },
      disableEmail: true,
    })
    const row = await house.payload.db.findOne<Staff>({
      collection: 'staff',
      where: { id: { equals: id } },
    })
    const lasts = Date.parse(row?.resetPasswordExpiration ?? '') - before
    await house.payload.db.updateOne({
      collection: 'staff',
      id,
      data: { resetPasswordExpiration: new Date(before - 1000).toISOString() },
    })

    expect(lasts).toBeLessThanOrEqual(HOUR + 10_000)
    expect(lasts).toBeGreaterThan(0)
    const late = await post('/api/staff/reset-password', { token, password: 'another long one' })
    expect(late.status).toBe(403)
  })
})
