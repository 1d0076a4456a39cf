import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attemptsInDatabase } from '@/app/attempts-in-database'
import { redeemCode, redeemLink } from '@/members/redeem-sign-in'
import { noteLinkOf, wrongCodesIn } from '@/members/wrong-codes'
import { aMember } from '../support/a-member'
import { openSignInDesk, type SignInDesk } from '../support/sign-in-desk'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const now = new Date('2026-11-23T09:00:00Z')
const tomorrow = new Date('2026-11-24T00:01:00Z')
const OFFICE = '192.0.2.1'

let test: TestPayload
beforeAll(async () => {
  test = await openTestPayload()
})
afterAll(() => test.close())

/** Each desk has a clock of its own, and counts in the one database. */
async function withDesk<T>(at: Date, work: (desk: SignInDesk) => Promise<T>): Promise<T> {
  const desk = await openSignInDesk(test, at)
  try {
    return await work(desk)
  } finally {
    await desk.close()
  }
}

const wrongCodes = wrongCodesIn(attemptsInDatabase(() => Promise.resolve(test.payload)))

const otherThan = (code: string) => (code === '123456' ? '654321' : '123456')

/** Asks anew, and types the code of the mail or a wrong one. */
async function tryCode(email: string, { at = now, from = OFFICE, isRight = false } = {}) {
  return withDesk(at, async (desk) => {
    const answer = await desk.ask(email)
    const { code, token } = desk.secretsSentTo(email)
    const typed = isRight ? code : otherThan(code)
    const ask = answer.kind === 'asked' ? answer.ask : ''
    const { payload } = test
    const by = { payload, wrongCodes, email, ask, code: typed, from, now: at }
    return { kind: (await redeemCode(by)).kind, token }
  })
}

async function guessTenTimes(email: string) {
  const kinds = []
  for (let count = 0; count < 11; count += 1) {
    kinds.push((await tryCode(email, { from: `198.51.100.${count}` })).kind)
  }
  return kinds
}

describe('after ten wrong codes for an address in a day, from wherever', () => {
  it('codes sign nobody in to it until the day is over, a member’s or not, and links do', async () => {
    const { email, id } = await aMember(test.payload)

    const kinds = await guessTenTimes(email)

    expect(kinds).toEqual([...Array.from({ length: 10 }, () => 'wrong'), 'link-only'])
    expect(await guessTenTimes('stranger@example.gov.uk')).toEqual(kinds)
    const { kind, token } = await tryCode(email, { isRight: true })
    expect(kind).toBe('link-only')
    expect(await redeemLink({ payload: test.payload, token, now })).toEqual({
      kind: 'redeemed',
      memberId: id,
    })
    expect(await tryCode(email, { isRight: true, at: tomorrow })).toMatchObject({
      kind: 'redeemed',
    })
  })

  it('codes work again where a link of it was used, and whoever guesses elsewhere learns nothing of that', async () => {
    const { email, id } = await aMember(test.payload)
    await guessTenTimes(email)
    await noteLinkOf({ payload: test.payload, wrongCodes, memberId: id, from: OFFICE, now })

    expect((await tryCode(email, { from: '198.51.100.1' })).kind).toBe('link-only')
    expect((await tryCode(email, { isRight: true })).kind).toBe('redeemed')
    const kinds = []
    for (let count = 0; count < 11; count += 1) kinds.push((await tryCode(email)).kind)
    expect(kinds.at(-2)).toBe('wrong')
    expect(kinds.at(-1)).toBe('link-only')
  })
})

it('counts no code that was right', async () => {
  const { email } = await aMember(test.payload)
  for (let count = 0; count < 11; count += 1) {
    expect((await tryCode(email, { isRight: true })).kind).toBe('redeemed')
  }
})

it('answers a wrong code alike whether or not somebody used the link beside it', async () => {
  const { email } = await aMember(test.payload)
  await withDesk(now, async (desk) => {
    const answer = await desk.ask(email)
    const { code, token } = desk.secretsSentTo(email)
    const by = { email, ask: answer.kind === 'asked' ? answer.ask : '' }
    await redeemLink({ payload: test.payload, token, now })

    expect(await desk.type({ ...by, code: otherThan(code) })).toEqual({ kind: 'wrong' })
    expect(await desk.type({ ...by, code })).toEqual({ kind: 'over' })
  })
})
