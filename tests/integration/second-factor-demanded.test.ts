import { beforeEach, describe, expect, it } from 'vitest'
import { readStaffRow } from '@/access/second-factor/second-factor-row'
import { codeOf, wrongCode } from '../support/app-for-codes'
import { type HostileHouse, textOf } from '../support/hostile-house'
import { staffDoorsForAll } from '../support/staff-doors'
import { RIGHT, type staffKnocks } from '../support/staff-knocks'

let house: HostileHouse
let knocks: ReturnType<typeof staffKnocks>
staffDoorsForAll(
  (opened) => {
    ;({ house, knocks } = opened)
  },
  { STAFF_SECOND_FACTOR: 'demanded' },
)

// The hook that asks for the code reads the clock of the machine: what the doors offer must not be out of date to it.
beforeEach(() => {
  house.clock.now = new Date()
})

const signIn = (email: string, more: object = {}) =>
  knocks.post('/api/staff/login', { email, password: RIGHT, ...more })

type Answer = Awaited<ReturnType<typeof signIn>>

const said = ({ body }: Answer) =>
  JSON.parse(body.toString()) as {
    error: { code: string; message: string }
    offer: { offer: string; secret: string; picture: string }
  }

async function offered(email: string) {
  const answer = await signIn(email)
  expect(answer.status).toBe(401)
  expect(knocks.session(answer)).toBe('')
  expect(said(answer).error.code).toBe('second-factor-setup')
  return said(answer).offer
}

describe('a house that demands a second factor of its staff', () => {
  it('lets nobody in by the password alone, and gives whoever has it what they need to set one up', async () => {
    const { id, email } = await knocks.anEditor()
    const { offer, secret, picture } = await offered(email)
    const opened = await signIn(email, { offer, code: codeOf(secret) })

    expect(picture).toContain('<svg')
    expect(opened.status).toBe(200)
    expect(await knocks.isAtTheDesk(knocks.session(opened))).toBe(true)
    expect((await readStaffRow(house.payload, id))?.secondFactor?.since).toBeTruthy()
    expect(said(await signIn(email)).error.code).toBe('second-factor')
    expect((await signIn(email, { code: codeOf(secret, 1) })).status).toBe(200)
  })

  it('takes no wrong code, and no offer made to somebody else, made up, or sent after another was taken', async () => {
    const [one, other] = [await knocks.anEditor(), await knocks.anEditor()]
    const theirs = await offered(one.email)
    const others = await offered(other.email)
    const wrong = await signIn(one.email, { offer: theirs.offer, code: wrongCode(theirs.secret) })
    const swapped = await signIn(one.email, { offer: others.offer, code: codeOf(others.secret) })
    const madeUp = await signIn(one.email, { offer: 'made up', code: codeOf(theirs.secret) })
    const second = await offered(one.email)
    const right = await signIn(one.email, { offer: theirs.offer, code: codeOf(theirs.secret) })
    const late = await signIn(one.email, { offer: second.offer, code: codeOf(second.secret) })

    expect(said(wrong).error.code).toBe('second-factor')
    expect(said(swapped).error).toMatchObject({
      code: 'second-factor-setup',
      message: 'That took too long. Begin again with the new key below.',
    })
    expect(said(madeUp).error.code).toBe('second-factor-setup')
    expect(right.status).toBe(200)
    expect(late.status).toBe(401)
    for (const answer of [wrong, swapped, madeUp, late]) expect(knocks.session(answer)).toBe('')
  })

  it('sets up one of two that are sent at the same moment', async () => {
    const { email } = await knocks.anEditor()
    const offers = [await offered(email), await offered(email)]
    const answers = await Promise.all(
      offers.map(({ offer, secret }) => signIn(email, { offer, code: codeOf(secret) })),
    )

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  it('shows no offer to whoever lacks the password', async () => {
    const { email } = await knocks.anEditor()
    const answer = await signIn(email, { password: 'not the password' })

    expect(answer.status).toBe(401)
    expect(textOf(answer)).not.toContain('offer')
  })

  it('keeps a new password set by a link, and signs nobody in by it', async () => {
    const { email } = await knocks.anEditor()
    const token = await house.payload.forgotPassword({
      collection: 'staff',
      data: { email },
      disableEmail: true,
    })
    const password = 'marmalade lighthouse drum'
    const reset = await knocks.post('/api/staff/reset-password', { token, password })

    expect(textOf(reset)).toBe(
      '200 {"message":"Your new password is kept. Now sign in with it and with a code of your app."}',
    )
    expect(knocks.session(reset)).toBe('')
    expect(said(await signIn(email, { password })).error.code).toBe('second-factor-setup')
  })
})
