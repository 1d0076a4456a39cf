import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readLink, redeemLink } from '@/members/redeem-sign-in'
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

async function asked(email: string): Promise<{ email: string; ask: string }> {
  const answer = await desk.ask(email)
  if (answer.kind !== 'asked') throw new Error('That is no address.')
  return { email, ask: answer.ask }
}

async function askedMember() {
  const member = await aMember(test.payload)
  const by = await asked(member.email)
  return { member, by, ...desk.secretsSentTo(member.email) }
}

const codes = () =>
  test.payload.find({ collection: 'sign-in-codes', overrideAccess: true, pagination: false })

describe('asking to sign in', () => {
  it('mails a member one code and one link, however the address was typed', async () => {
    const member = await aMember(test.payload)

    expect(await desk.ask(`  ${member.email.toUpperCase()} `, '/briefings/a?b=c')).toMatchObject({
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
      return { kind: answer.kind, counts, works: works.length }
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

  it('takes nothing back that was sent before, whoever asks again', async () => {
    const { member, by, code } = await askedMember()
    const other = await askedMember()
    for (let asks = 0; asks < 3; asks += 1) {
      await desk.ask(member.email)
      await desk.ask(other.member.email)
    }

    expect(await desk.type({ ...by, code })).toEqual({ kind: 'redeemed', memberId: member.id })
    expect(await redeemLink({ payload: test.payload, token: other.token, now })).toEqual({
      kind: 'redeemed',
      memberId: other.member.id,
    })
  })
})

describe('a code', () => {
  it('opens the account once, however many try it at the same moment', async () => {
    const { member, by, code } = await askedMember()

    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.type({ ...by, code })))

    expect(answers.filter(({ kind }) => kind === 'redeemed')).toEqual([
      { kind: 'redeemed', memberId: member.id },
    ])
  })

  it('may be typed with spaces, and works until the fifteen minutes are over', async () => {
    const first = await askedMember()
    const spaced = `${first.code.slice(0, 3)} ${first.code.slice(3)}`

    expect(await desk.type({ ...first.by, code: spaced, at: later(14) })).toMatchObject({
      kind: 'redeemed',
    })

    const { by, code } = await askedMember()
    expect(await desk.type({ ...by, code, at: later(15) })).toEqual({ kind: 'over' })
  })

  it('is spoilt by five wrong tries, also when they come at once, and the link beside it is not', async () => {
    const { member, by, code, token } = await askedMember()
    const wrong = { ...by, code: otherThan(code) }

    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.type(wrong)))

    expect(answers.filter(({ kind }) => kind === 'wrong').length).toBeLessThan(5)
    expect(await desk.type({ ...by, code })).toEqual({ kind: 'over' })
    expect(await readLink({ payload: test.payload, token, now })).toEqual({ kind: 'open' })
    expect(await redeemLink({ payload: test.payload, token, now })).toEqual({
      kind: 'redeemed',
      memberId: member.id,
    })
  })

  it('still opens the account at the fifth try', async () => {
    const { member, by, code } = await askedMember()

    for (let tries = 0; tries < 4; tries += 1) {
      expect(await desk.type({ ...by, code: otherThan(code) })).toEqual({ kind: 'wrong' })
    }
    expect(await desk.type({ ...by, code })).toEqual({ kind: 'redeemed', memberId: member.id })
  })

  it('belongs to the ask it was mailed for: nobody who asks elsewhere can guess at it, or spoil it', async () => {
    const { member, by, code } = await askedMember()
    const guesser = await asked(member.email)
    const latest = desk.secretsSentTo(member.email).code

    if (code !== latest) {
      expect(await desk.type({ ...guesser, code })).toEqual({ kind: 'wrong' })
    }
    for (let tries = 0; tries < 6; tries += 1) {
      await desk.type({ ...guesser, code: otherThan(latest) })
    }
    expect(await desk.type({ ...by, ask: 'made up', code })).toEqual({ kind: 'over' })
    expect(await desk.type({ ...by, code })).toEqual({ kind: 'redeemed', memberId: member.id })
  })

  it('is tried alike for an address nobody has', async () => {
    const stranger = await asked('stranger@example.gov.uk')
    const { by, code } = await askedMember()
    const tries = async (asker: typeof by) => {
      const answers = []
      for (let tries = 0; tries < 6; tries += 1) {
        answers.push((await desk.type({ ...asker, code: otherThan(code) })).kind)
      }
      return answers
    }

    expect(await tries(stranger)).toEqual(await tries(by))
  })

  it('of another member opens nothing', async () => {
    const ana = await askedMember()
    const ben = await aMember(test.payload)

    expect(await desk.type({ ...ana.by, email: ben.email, code: ana.code })).toEqual({
      kind: 'over',
    })
  })

  it('that is not six digits costs no try', async () => {
    const { by, code } = await askedMember()
    for (const typed of ['', '12345', 'abcdef', '1234567', '12 34', 'x'.repeat(1000)]) {
      expect(await desk.type({ ...by, code: typed })).toEqual({ kind: 'malformed' })
    }

    expect(await desk.type({ ...by, code })).toMatchObject({ kind: 'redeemed' })
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
})
