import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isLinkOf, readLink, redeemLink } from '@/members/redeem-sign-in'
import { makeSignInLink } from '@/members/sign-in-link'
import { aMember } from '../support/a-member'
import { openSignInDesk, type SignInDesk } from '../support/sign-in-desk'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const now = new Date('2026-11-23T09:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

let test: TestPayload
let desk: SignInDesk
beforeAll(async () => {
  test = await openTestPayload()
  desk = await openSignInDesk(test, now)
})
afterAll(async () => {
  await desk.close()
  await test.close()
})

async function linkFor(memberId: string): Promise<string> {
  const { payload, settings } = test
  const { siteUrl } = settings
  const url = await makeSignInLink({ payload, memberId, siteUrl, now, validForMs: 60 * 60_000 })
  return url.slice(`${siteUrl}/sign-in/`.length)
}

describe('a link made by staff', () => {
  it('works once, for as long as they said, and is not spoilt by asking for a code', async () => {
    const { payload } = test
    const member = await aMember(payload)
    const token = await linkFor(member.id)
    await desk.ask(member.email)

    expect(await readLink({ payload, token, now: later(60) })).toEqual({ kind: 'expired' })
    expect(await redeemLink({ payload, token, now: later(59) })).toEqual({
      kind: 'redeemed',
      memberId: member.id,
    })
    expect(await redeemLink({ payload, token, now: later(59) })).toEqual({ kind: 'used' })
  })

  it('is known to be one’s own, pressed or not, and nobody else’s', async () => {
    const { payload } = test
    const [member, other] = [await aMember(payload), await aMember(payload)]
    const token = await linkFor(member.id)

    expect(await isLinkOf(member.id, { payload, token })).toBe(true)
    await redeemLink({ payload, token, now })
    expect(await isLinkOf(member.id, { payload, token })).toBe(true)
    expect(await isLinkOf(other.id, { payload, token })).toBe(false)
  })
})
