import { describe, expect, it } from 'vitest'
import { readStaffRow } from '@/access/second-factor/second-factor-row'
import { offerSecondFactor } from '@/access/second-factor/offer-second-factor'
import {
  takeSecondFactorAway,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from '@/access/second-factor/steer-second-factor'
import { theService } from '@/access/record/audit-entry'
import { type HostileHouse, textOf } from '../support/hostile-house'
import { codeOf, STEP_MS, wrongCode } from '../support/app-for-codes'
import { staffDoorsForAll } from '../support/staff-doors'
import { RIGHT, type staffKnocks } from '../support/staff-knocks'

let house: HostileHouse
let knocks: ReturnType<typeof staffKnocks>
staffDoorsForAll((opened) => {
  ;({ house, knocks } = opened)
})

const person = async (id: string) =>
  house.payload.findByID({ collection: 'staff', id, overrideAccess: true })

/** An editor whose app made a code two steps ago, so that the next two are unused. */
async function withFactor() {
  const { id, email } = await knocks.anEditor()
  const before = new Date(Date.now() - 2 * STEP_MS)
  const { secret, offer } = offerSecondFactor(house.payload, await person(id), before)
  const proof = { password: RIGHT, code: codeOf(secret, -2), now: before }
  expect(await turnOnSecondFactor(house.payload, await person(id), { offer, ...proof })).toBe(
    'done',
  )
  return { id, email, secret }
}

const signIn = (email: string, password: string, code?: string, from = '192.0.2.1') =>
  knocks.post(
    '/api/staff/login',
    { email, password, ...(code === undefined ? {} : { code }) },
    { 'x-test-from': from },
  )

describe('whoever turned a second factor on', () => {
  it('signs in with the password and the code of the moment, once', async () => {
    const { email, secret } = await withFactor()
    const code = codeOf(secret)
    const asked = await signIn(email, RIGHT)
    const opened = await signIn(email, RIGHT, code)
    const again = await signIn(email, RIGHT, code)

    expect(textOf(asked)).toContain('"code":"second-factor"')
    expect([asked.status, opened.status, again.status]).toEqual([401, 200, 401])
    expect(knocks.session(asked)).toBe('')
    expect(knocks.session(again)).toBe('')
    expect(await knocks.isAtTheDesk(knocks.session(opened))).toBe(true)
    expect((await signIn(email, RIGHT, codeOf(secret, 1))).status).toBe(200)
  })

  it('is let in once, however many send one code at the same moment', async () => {
    const { email, secret } = await withFactor()
    const code = codeOf(secret)
    const answers = await Promise.all(
      [1, 2, 3, 4].map((place) => signIn(email, RIGHT, code, `192.0.2.${place}`)),
    )

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401])
  })

  it('is not told from others by whoever lacks the password, with a code or without', async () => {
    const { email, secret } = await withFactor()
    const other = await knocks.anEditor()
    const said = async (address: string, code?: string) => {
      const { status, body } = await signIn(address, 'not the password', code)
      return `${status} ${body.toString()}`
    }

    expect(await said(email)).toBe(await said(other.email))
    expect(await said(email, codeOf(secret))).toBe(await said('nobody@example.org', '123456'))
    expect((await signIn(other.email, RIGHT)).status).toBe(200)
    expect((await signIn(other.email, RIGHT, '123456')).status).toBe(200)
  })

  it('has ten wrong codes an hour, from wherever, and loses none by others’ wrong passwords', async () => {
    const { email, secret } = await withFactor()
    for (let count = 0; count < 12; count += 1) {
      await signIn(email, 'not the password', '123456', `198.51.100.${count}`)
    }
    const tries: number[] = []
    for (let count = 0; count < 11; count += 1) {
      const wrong = wrongCode(secret)
      tries.push((await signIn(email, RIGHT, wrong, `203.0.113.${count}`)).status)
    }
    const right = await signIn(email, RIGHT, codeOf(secret), '203.0.113.99')
    house.clock.now = new Date(house.clock.now.getTime() + 60 * 60_000)

    expect(tries).toEqual([...Array<number>(10).fill(401), 429])
    expect(right.status).toBe(429)
    expect((await signIn(email, RIGHT, codeOf(secret), '203.0.113.99')).status).toBe(200)
  }, 120_000)

  it('sets a new password by a link, and is not signed in by it', async () => {
    const { id, email, secret } = await withFactor()
    const token = await house.payload.forgotPassword({
      collection: 'staff',
      data: { email },
      disableEmail: true,
    })
    const reset = await knocks.post('/api/staff/reset-password', {
      token,
      password: 'marmalade lighthouse drum',
    })
    const without = await signIn(email, 'marmalade lighthouse drum')
    const withCode = await signIn(email, 'marmalade lighthouse drum', codeOf(secret))

    expect(reset.status).toBe(200)
    expect(textOf(reset)).toContain('Your new password is kept.')
    expect(knocks.session(reset)).toBe('')
    expect((await person(id)).sessions ?? []).toHaveLength(1)
    expect([without.status, withCode.status]).toEqual([401, 200])
  })

  it('shows the secret to nobody, and keeps none that a copy of the database could use', async () => {
    const { id, secret } = await withFactor()
    const { email } = await knocks.anEditor('administrator')
    const session = knocks.session(await knocks.login(email, RIGHT))
    const shown = await house.door(`/api/staff/${id}`, { headers: knocks.asThemselves(session) })
    const row = await readStaffRow(house.payload, id)

    expect(shown.status).toBe(200)
    expect(textOf(shown)).not.toContain('secondFactor')
    expect(row?.secondFactor?.secret).toMatch(/^[\w-]{60,}$/)
    expect(JSON.stringify(row)).not.toContain(secret)
  })

  it('keeps it when an administrator changes their account, and cannot be given another’s over REST', async () => {
    const { id, email } = await withFactor()
    const before = await readStaffRow(house.payload, id)
    const { email: chief } = await knocks.anEditor('administrator')
    const session = knocks.session(await knocks.login(chief, RIGHT))
    const answer = await house.door(`/api/staff/${id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', ...knocks.asThemselves(session) },
      body: JSON.stringify({ jobTitle: 'Editor at large', secondFactor: { secret: null } }),
    })

    expect(answer.status).toBe(200)
    expect((await readStaffRow(house.payload, id))?.secondFactor).toEqual(before?.secondFactor)
    expect((await signIn(email, RIGHT)).status).toBe(401)
  })
})

describe('a second factor', () => {
  it('is turned on with the password and a code of what was offered to this person lately', async () => {
    const [one, other] = [await knocks.anEditor(), await knocks.anEditor()]
    const now = new Date()
    const { secret, offer } = offerSecondFactor(house.payload, await person(one.id), now)
    const turnOn = async (id: string, more: object) =>
      turnOnSecondFactor(house.payload, await person(id), {
        ...{ offer, password: RIGHT, code: codeOf(secret), now },
        ...more,
      })

    expect(await turnOn(one.id, { password: 'not the password' })).toBe('wrong-password')
    expect(await turnOn(one.id, { code: wrongCode(secret) })).toBe('wrong-code')
    expect(await turnOn(other.id, {})).toBe('out-of-date')
    expect(await turnOn(one.id, { offer: 'made-up' })).toBe('out-of-date')
    expect(await turnOn(one.id, { now: new Date(now.getTime() + 16 * 60_000) })).toBe('out-of-date')
    expect((await signIn(one.email, RIGHT)).status).toBe(200)
    expect(await turnOn(one.id, {})).toBe('done')
    expect((await signIn(one.email, RIGHT)).status).toBe(401)
    expect(await turnOn(one.id, {})).toBe('on-already')
  })

  it('is turned off with the password and a code, or taken away, and the record tells of each', async () => {
    const { id, email, secret } = await withFactor()
    const turnOff = async (proof: { password: string; code: string }) =>
      turnOffSecondFactor(house.payload, await person(id), { ...proof, now: new Date() })

    expect(await turnOff({ password: 'wrong', code: codeOf(secret) })).toBe('wrong-password')
    expect(await turnOff({ password: RIGHT, code: wrongCode(secret) })).toBe('wrong-code')
    expect(await turnOff({ password: RIGHT, code: codeOf(secret, -2) })).toBe('wrong-code')
    expect((await signIn(email, RIGHT, codeOf(secret, -1))).status).toBe(200)
    expect(await turnOff({ password: RIGHT, code: codeOf(secret, -1) })).toBe('wrong-code')
    expect(await turnOff({ password: RIGHT, code: codeOf(secret) })).toBe('done')
    expect((await signIn(email, RIGHT)).status).toBe(200)

    const lost = await withFactor()
    const on = await person(lost.id)
    await takeSecondFactorAway(house.payload, { by: theService, on, now: new Date() })
    expect((await signIn(lost.email, RIGHT)).status).toBe(200)
    const { docs } = await house.payload.find({
      collection: 'audit-events',
      where: { onId: { in: [id, lost.id] }, act: { like: 'second-factor' } },
      overrideAccess: true,
    })
    expect(docs.map(({ act }) => act).sort()).toEqual([
      'second-factor-off',
      'second-factor-off',
      'second-factor-on',
      'second-factor-on',
    ])
  })
})
