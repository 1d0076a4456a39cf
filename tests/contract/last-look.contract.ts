import type { Payload } from 'payload'
import { expect, it } from 'vitest'
import { changeIssue } from '@/bulletin/issues'
import type { LastLook } from '@/bulletin/last-look'
import { setSubscription } from '@/bulletin/subscriptions'
import { addressHash } from '@/bulletin/tokens'
import {
  addMember,
  addReader,
  type BulletinWorld,
  publishArticle,
  publishBriefing,
} from '../support/bulletin-world'

const DAY = 24 * 60 * 60 * 1000
const now = new Date()

export type LookedAt = {
  readonly payload: Payload
  readonly secret: string
  readonly world: BulletinWorld
  readonly look: LastLook
}

/** What every last look promises. Each name is used once: the database is shared. */
export function lastLookContract(name: string, open: () => LookedAt): void {
  const readerOn = async (reader: string, organisation = open().world.council) =>
    (await addReader(open().payload, `${reader}-${name}`, organisation, [])).id

  const stand = async (memberId: string, at = now) =>
    (await open().look.standingOf(memberId, at))?.bar

  const choose = (memberId: string, status: 'paused' | 'unsubscribed', pausedUntil?: Date) =>
    setSubscription({
      payload: open().payload,
      memberId,
      status,
      pausedUntil,
      madeThrough: 'account',
      wording: '',
      now,
    })

  it(`${name}: lets through who is a member and subscribed, and names their subscription`, async () => {
    const id = await readerOn('ana')
    const standing = await open().look.standingOf(id, now)
    const { docs } = await open().payload.find({
      collection: 'subscriptions',
      overrideAccess: true,
      where: { member: { equals: id } },
    })

    expect(standing).toMatchObject({ subscriptionId: docs[0]?.id, bar: null })
  })

  it(`${name}: sees at once who left, and who paused, until the pause is over`, async () => {
    const [left, paused] = [await readerOn('ben'), await readerOn('cai')]
    expect(await stand(left)).toBeNull()
    await choose(left, 'unsubscribed')
    await choose(paused, 'paused', new Date(now.getTime() + DAY))

    expect(await stand(left)).toEqual({ state: 'suppressed', reason: 'unsubscribed' })
    expect(await stand(paused)).toEqual({ state: 'skipped', reason: 'paused' })
    expect(await stand(paused, new Date(now.getTime() + 2 * DAY))).toBeNull()
  })

  it(`${name}: sees at once whose membership ends, and who has no organisation`, async () => {
    const { payload, world } = open()
    const lapsed = { state: 'skipped', reason: 'membership lapsed' }
    const council = await payload.create({
      collection: 'organisations',
      overrideAccess: true,
      data: {
        name: `Council ${name}`,
        kind: 'council',
        membershipFrom: '2020-01-01',
        membershipTo: new Date(now.getTime() + 30 * DAY).toISOString(),
        graceDays: 5,
      },
    })
    const id = await readerOn('dee', council)
    expect(await stand(id)).toBeNull()
    expect(await stand(id, new Date(now.getTime() + 34 * DAY))).toBeNull()
    expect(await stand(id, new Date(now.getTime() + 37 * DAY))).toEqual(lapsed)

    await payload.update({
      collection: 'organisations',
      id: council.id,
      overrideAccess: true,
      data: { membershipTo: new Date(now.getTime() - 30 * DAY).toISOString() },
    })
    expect(await stand(id)).toEqual(lapsed)
    expect(await stand(await readerOn('eli', world.lapsedCouncil))).toEqual(lapsed)
  })

  it(`${name}: sees at once an address that is suppressed`, async () => {
    const { payload, secret } = open()
    const id = await readerOn('fay')
    expect(await stand(id)).toBeNull()
    await payload.create({
      collection: 'suppressions',
      overrideAccess: true,
      data: {
        addressHash: addressHash(secret, `Fay-${name}@example.org`),
        reason: 'bounced',
        at: now.toISOString(),
      },
    })
    expect(await stand(id)).toEqual({ state: 'suppressed', reason: 'address suppressed' })
  })

  it(`${name}: knows nobody who never subscribed, or whose account is gone`, async () => {
    const { payload, world, look } = open()
    const { id } = await addMember(payload, `gus-${name}`, world.council)
    const gone = await readerOn('hal')
    await payload.delete({ collection: 'members', id: gone, overrideAccess: true })

    expect(await look.standingOf(id, now)).toBeNull()
    expect(await look.standingOf(gone, now)).toBeNull()
  })

  it(`${name}: sees at once a briefing that is taken back, deleted or dated into the future`, async () => {
    const { payload, look } = open()
    const make = async (title: string) =>
      (await publishBriefing(payload, { title: `${title} ${name}` })).id
    const [stands, other] = [await make('Rents'), await make('County lines')]
    const change = (data: object) =>
      payload.update({ collection: 'briefings', id: other, overrideAccess: true, data })
    const both = () => look.areAllPublic([stands, other, other], now)

    expect(await both()).toBe(true)
    await change({ _status: 'draft' })
    expect(await both()).toBe(false)
    const tomorrow = new Date(now.getTime() + DAY)
    await change({ _status: 'published', publishedAt: tomorrow.toISOString() })
    expect(await both()).toBe(false)
    expect(await look.areAllPublic([stands, other], new Date(tomorrow.getTime() + 1))).toBe(true)
    await payload.delete({ collection: 'briefings', id: other, overrideAccess: true })
    expect(await both()).toBe(false)
    expect(await look.areAllPublic([stands], now)).toBe(true)
    expect(await look.areAllPublic([], now)).toBe(true)
  })

  it(`${name}: sees at once that an issue is no longer sent`, async () => {
    const { payload, look } = open()
    const key = `weekly:${name}`
    const slotAt = now.toISOString()
    await payload.db.create({
      collection: 'bulletin-issues',
      data: { key, slotAt, timeZone: 'Europe/London', state: 'sending', fence: 1 },
    })
    expect(await look.isSending(key)).toBe(true)
    await changeIssue(payload, key, {}, { state: 'paused' })

    expect(await look.isSending(key)).toBe(false)
    expect(await look.isSending('weekly:nobody')).toBe(false)
  })

  it(`${name}: sees at once an article that is taken back, or dated into the future`, async () => {
    const { payload, look } = open()
    const publishedAt = now.toISOString()
    const { id } = await publishArticle(payload, { title: `Of homes ${name}`, publishedAt })
    const change = (data: object) =>
      payload.update({ collection: 'articles', id, overrideAccess: true, data })
    const isPublic = (at = now) => look.areArticlesPublic([id, id], at)

    expect(await isPublic()).toBe(true)
    await change({ _status: 'draft' })
    expect(await isPublic()).toBe(false)
    const tomorrow = new Date(now.getTime() + DAY)
    await change({ _status: 'published', publishedAt: tomorrow.toISOString() })
    expect(await isPublic()).toBe(false)
    expect(await isPublic(new Date(tomorrow.getTime() + 1))).toBe(true)
  })
}
