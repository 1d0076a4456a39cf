import { expect, it } from 'vitest'
import { offerSecondFactor } from '@/access/second-factor/offer-second-factor'
import { turnOnSecondFactor } from '@/access/second-factor/steer-second-factor'
import { codeOf, STEP_MS, wrongCode } from '../support/app-for-codes'
import type { HostileHouse } from '../support/hostile-house'
import { staffDoorsForAll } from '../support/staff-doors'
import { RIGHT, type staffKnocks } from '../support/staff-knocks'

let house: HostileHouse
let knocks: ReturnType<typeof staffKnocks>
staffDoorsForAll((opened) => {
  ;({ house, knocks } = opened)
})

const person = (id: string) =>
  house.payload.findByID({ collection: 'staff', id, overrideAccess: true })

async function withFactor() {
  const { id, email } = await knocks.anEditor()
  const before = new Date(Date.now() - 2 * STEP_MS)
  const { secret, offer } = offerSecondFactor(house.payload, await person(id), before)
  const proof = { password: RIGHT, code: codeOf(secret, -2), now: before }
  await turnOnSecondFactor(house.payload, await person(id), { offer, ...proof })
  return { id, email, secret }
}

const BOUNDARY = 'two-readers'

/** A part with two names. Busboy, which Payload reads forms by, takes the first; undici, which Node does, the last. */
const part = (first: string, last: string, body: object): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${first}"\r\n` +
  `Content-Disposition: form-data; name="${last}"\r\n\r\n${JSON.stringify(body)}\r\n`

const sendTwoMinds = (path: string, toBusboy: object, toUndici: object, from: string) =>
  house.door(path, {
    method: 'POST',
    headers: { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`, 'x-test-from': from },
    body: `${part('_payload', 'y', toBusboy)}${part('x', '_payload', toUndici)}--${BOUNDARY}--\r\n`,
  })

it('counts each code that is tried, in a form that says one thing to the count and another to the lock too', async () => {
  const { email, secret } = await withFactor()
  for (let count = 0; count < 11; count += 1) {
    const guess = { email, password: RIGHT, code: wrongCode(secret) }
    await sendTwoMinds('/api/staff/login', guess, { email }, `203.0.113.${count}`)
    await sendTwoMinds('/api/staff/login', { email }, guess, `203.0.113.${100 + count}`)
  }
  const whole = { email, password: RIGHT, code: codeOf(secret) }
  const slipped = await sendTwoMinds('/api/staff/login', whole, { email }, '203.0.113.250')
  const right = await knocks.post('/api/staff/login', whole, { 'x-test-from': '192.0.2.99' })

  expect(slipped.status).toBe(401)
  expect(right.status).toBe(429)
}, 120_000)

it('sends no mail to an account that was not counted', async () => {
  const [seen, hidden] = [await knocks.anEditor(), await knocks.anEditor()]
  const path = '/api/staff/forgot-password'
  await sendTwoMinds(path, { email: hidden.email }, { email: seen.email }, '203.0.113.1')
  for (const work of house.afterwards) await work()
  const { docs } = await house.payload.find({
    collection: 'staff',
    overrideAccess: true,
    showHiddenFields: true,
    where: { resetPasswordToken: { exists: true } },
  })

  expect(docs.map(({ email }) => email)).toContain(seen.email)
  expect(docs.map(({ email }) => email)).not.toContain(hidden.email)
})

it('keeps nobody from their account by codes without its password, however many come at once', async () => {
  const { email, secret } = await withFactor()
  const tries = [1, 2, 3, 4].flatMap((place) =>
    Array.from({ length: 5 }, () =>
      knocks.post(
        '/api/staff/login',
        { email, password: 'not the password', code: '123456' },
        { 'x-test-from': `198.51.100.${place}` },
      ),
    ),
  )
  await Promise.all(tries)
  const theirs = { email, password: RIGHT, code: codeOf(secret) }
  const right = await knocks.post('/api/staff/login', theirs, { 'x-test-from': '192.0.2.1' })

  expect(right.status).toBe(200)
}, 60_000)
