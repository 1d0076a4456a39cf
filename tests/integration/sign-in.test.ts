import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readLink, redeemCode, redeemLink } from '@/members/redeem-sign-in'
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
afterEach(() => {
  vi.restoreAllMocks()
})

const otherThan = (code: string) => (code === '123456' ? '654321' : '123456')

async function askedMember() {
  const member = await aMember(test.payload)
  await desk.ask(member.email)
  return { member, ...desk.secretsSentTo(member.email) }
}

const codes = () =>
  test.payload.find({ collection: 'sign-in-codes', overrideAccess: true, pagination: false })

describe('asking to sign in', () => {
  it('mails a member one code and one link, however the address was typed', async () => {
    const member = await aMember(test.payload)

    expect(await desk.ask(`  ${member.email.toUpperCase()} `, '/briefings/a?b=c')).toEqual({
      kind: 'asked',
    })

    const mails = desk.mailsTo(member.email)
    const { code, token } = desk.secretsSentTo(member.email)
    expect(mails).toHaveLength(1)
    expect(code).toMatch(/^\d{6}$/)
    expect(mails[0]!.parsed.html).toContain(code)
    expect(mails[0]!.parsed.html).toContain(`/sign-in/${token}?next=%2Fbriefings%2Fa%3Fb%3Dc`)
    expect(mails[0]!.parsed.headers.get('auto-submitted')).toBe('auto-generated')
  })

  it('answers alike and asks the database alike for an address nobody has, and mails nobody', async () => {
    const member = await aMember(test.payload)
    const calls = async (email: string) => {
      const spies = (['find', 'create', 'update', 'delete', 'findByID', 'count'] as const).map(
        (name) => vi.spyOn(test.payload, name),
      )
      const { answer, works } = await desk.askWithoutMail(email)
      const counts = spies.map((spy) => spy.mock.calls.length)
      vi.restoreAllMocks()
      return { answer, counts, works: works.length }
    }

    expect(await calls('nobody@example.gov.uk')).toEqual(await calls(member.email))
    await desk.ask('nobody@example.gov.uk')
    expect(desk.mailsTo('nobody@example.gov.uk')).toEqual([])
  })

  it('keeps neither code nor token in the database', async () => {
    const { code, token } = await askedMember()
    const kept = JSON.stringify((await codes()).docs.map((row) => [row.codeHash, row.linkHash]))

    expect(kept).not.toContain(token)
    expect(kept).not.toContain(`"${code}"`)
  })

  it('refuses what is no address', async () => {
    expect(await desk.ask('not an address')).toEqual({ kind: 'malformed' })
  })

  it('takes back what was sent before', async () => {
    const { member, code, token } = await askedMember()
    await desk.ask(member.email)
    const fresh = desk.secretsSentTo(member.email)
    const { payload } = test

    expect(await redeemLink({ payload, token, now })).toEqual({ kind: 'expired' })
    if (code !== fresh.code) {
      const answer = await redeemCode({ payload, email: member.email, code, now })
      expect(answer).toEqual({ kind: 'wrong' })
    }
    expect(await redeemCode({ payload, email: member.email, code: fresh.code, now })).toEqual({
      kind: 'redeemed',
      memberId: member.id,
    })
  })
})

describe('a code', () => {
  it('opens the account once, however many try it at the same moment', async () => {
    const { payload } = test
    const { member, code } = await askedMember()

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => redeemCode({ payload, email: member.email, code, now })),
    )

    expect(answers.filter(({ kind }) => kind === 'redeemed')).toEqual([
      { kind: 'redeemed', memberId: member.id },
    ])
  })

  it('may be typed with spaces, and works until the fifteen minutes are over', async () => {
    const { payload } = test
    const first = await askedMember()
    const spaced = `${first.code.slice(0, 3)} ${first.code.slice(3)}`
    const redeem = (email: string, code: string, at: Date) =>
      redeemCode({ payload, email, code, now: at })

    expect(await redeem(first.member.email, spaced, later(14))).toMatchObject({ kind: 'redeemed' })

    const second = await askedMember()
    expect(await redeem(second.member.email, second.code, later(15))).toEqual({ kind: 'over' })
  })

  it('is spoilt by five wrong tries, also when they come at once', async () => {
    const { payload } = test
    const { member, code } = await askedMember()
    const redeem = (digits: string) =>
      redeemCode({ payload, email: member.email, code: digits, now })

    const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(otherThan(code))))

    expect(answers.filter(({ kind }) => kind === 'wrong').length).toBeLessThan(5)
    expect(await redeem(code)).toEqual({ kind: 'over' })
  })

  it('still opens the account at the fifth try', async () => {
    const { payload } = test
    const { member, code } = await askedMember()
    const redeem = (digits: string) =>
      redeemCode({ payload, email: member.email, code: digits, now })

    for (let tries = 0; tries < 4; tries += 1) {
      expect(await redeem(otherThan(code))).toEqual({ kind: 'wrong' })
    }
    expect(await redeem(code)).toEqual({ kind: 'redeemed', memberId: member.id })
  })

  it('is tried alike for an address nobody has', async () => {
    const { payload } = test
    await desk.ask('stranger@example.gov.uk')
    const { member, code } = await askedMember()
    const tries = async (email: string) => {
      const answers = []
      for (let tries = 0; tries < 6; tries += 1) {
        answers.push((await redeemCode({ payload, email, code: otherThan(code), now })).kind)
      }
      return answers
    }

    expect(await tries('stranger@example.gov.uk')).toEqual(await tries(member.email))
  })

  it('of another member opens nothing', async () => {
    const { payload } = test
    const ana = await askedMember()
    const ben = await aMember(payload)

    const answer = await redeemCode({ payload, email: ben.email, code: ana.code, now })

    expect(answer).toEqual({ kind: 'over' })
  })

  it('that is not six digits costs no try', async () => {
    const { payload } = test
    const { member, code } = await askedMember()
    for (const typed of ['', '12345', 'abcdef', '1234567', '12 34', 'x'.repeat(1000)]) {
      expect(await redeemCode({ payload, email: member.email, code: typed, now })).toEqual({
        kind: 'malformed',
      })
    }

    expect(await redeemCode({ payload, email: member.email, code, now })).toMatchObject({
      kind: 'redeemed',
    })
  })
})

describe('a link', () => {
  it('is not used up by being looked at, and opens the account once when pressed 20 times at once', async () => {
    const { payload } = test
    const { member, token } = await askedMember()

    for (let looks = 0; looks < 3; looks += 1) {
      expect(await readLink({ payload, token, now })).toEqual({ kind: 'open' })
    }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => redeemLink({ payload, token, now })),
    )

    expect(answers.filter(({ kind }) => kind === 'redeemed')).toEqual([
      { kind: 'redeemed', memberId: member.id },
    ])
    expect(answers.filter(({ kind }) => kind === 'used')).toHaveLength(19)
    expect(await readLink({ payload, token, now })).toEqual({ kind: 'used' })
  })

  it('says when it has run out, and when it is no link at all', async () => {
    const { payload } = test
    const { token } = await askedMember()

    expect(await readLink({ payload, token, now: later(15) })).toEqual({ kind: 'expired' })
    expect(await redeemLink({ payload, token, now: later(15) })).toEqual({ kind: 'expired' })
    expect(await redeemLink({ payload, token: 'made-up', now })).toEqual({ kind: 'unknown' })
  })

  it('made by staff works once, for as long as they said, and is not spoilt by asking for a code', async () => {
    const { payload, settings } = test
    const member = await aMember(payload)
    const url = await makeSignInLink({
      payload,
      memberId: member.id,
      siteUrl: settings.siteUrl,
      now,
      validForMs: 60 * 60_000,
    })
    const token = url.slice(`${settings.siteUrl}/sign-in/`.length)
    await desk.ask(member.email)

    expect(await readLink({ payload, token, now: later(60) })).toEqual({ kind: 'expired' })
    expect(await redeemLink({ payload, token, now: later(59) })).toEqual({
      kind: 'redeemed',
      memberId: member.id,
    })
    expect(await redeemLink({ payload, token, now: later(59) })).toEqual({ kind: 'used' })
  })
})
