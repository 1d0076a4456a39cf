import { describe, expect, it } from 'vitest'
import { attemptsInDatabase } from '@/app/attempts-in-database'
import { staffLimits } from '@/app/staff-limits'
import type { HostileHouse } from '../support/hostile-house'
import { staffDoorsForAll } from '../support/staff-doors'
import { RIGHT, type staffKnocks } from '../support/staff-knocks'

let house: HostileHouse
let knocks: ReturnType<typeof staffKnocks>
staffDoorsForAll((opened) => {
  ;({ house, knocks } = opened)
})

/** Notes so many wrong guesses at an account, each as from another place, without the work of each. */
async function besiege(email: string, guesses: number): Promise<void> {
  const limits = staffLimits(attemptsInDatabase(() => Promise.resolve(house.payload)))
  for (let count = 0; count < guesses; count += 1) await limits.forAccount(email, house.clock.now)
}

describe('an editor with the right password', () => {
  it('H32 comes in from anywhere while hundreds of places guess at the account, on their first try', async () => {
    const { email } = await knocks.anEditor()
    await besiege(email, 130)
    const first = await knocks.login(email, RIGHT, { from: '203.0.113.5' })
    const guesser = ['wrong one', 'wrong two'].map((guess) =>
      knocks.login(email, guess, { from: '203.0.113.6' }),
    )

    expect(first.status).toBe(200)
    expect((await Promise.all(guesser)).map(({ status }) => status).sort()).toEqual([401, 429])
  }, 60_000)

  it('H32 comes in by a browser that knows them, though somebody guesses from their very building', async () => {
    const { email } = await knocks.anEditor()
    const from = '203.0.113.20'
    const browser = knocks.known(await knocks.login(email, RIGHT, { from }))
    const guesses: number[] = []
    for (let count = 0; count < 8; count += 1) {
      guesses.push((await knocks.login(email, 'not the password', { from })).status)
    }

    expect(guesses.slice(5)).toEqual([429, 429, 429])
    expect((await knocks.login(email, RIGHT, { from })).status).toBe(429)
    expect((await knocks.login(email, RIGHT, { from, cookie: browser })).status).toBe(200)
  }, 120_000)

  it('H32 has five tries by that browser, whoever holds it, and none by a mark that was made up', async () => {
    const { email } = await knocks.anEditor()
    const other = await knocks.anEditor()
    const browser = knocks.known(await knocks.login(email, RIGHT))
    const tries: number[] = []
    for (let count = 0; count < 6; count += 1) {
      tries.push(
        (await knocks.login(email, 'wrong', { from: `192.0.2.${count}`, cookie: browser })).status,
      )
    }
    for (let count = 0; count < 5; count += 1) await knocks.login(other.email, 'wrong')

    expect(tries).toEqual([401, 401, 401, 401, 401, 429])
    expect((await knocks.login(other.email, RIGHT, { cookie: browser })).status).toBe(429)
    expect(
      (await knocks.login(other.email, RIGHT, { cookie: 'signpost-known-browser=a.b' })).status,
    ).toBe(429)
  }, 120_000)

  it('H32 meets no lock that others could have closed: a wrong guess leaves nothing on the account', async () => {
    const { id, email } = await knocks.anEditor()
    for (let count = 0; count < 6; count += 1) {
      await knocks.login(email, 'not the password', { from: `198.51.100.${count}` })
    }
    const row: unknown = await house.payload.findByID({
      collection: 'staff',
      id,
      overrideAccess: true,
      showHiddenFields: true,
    })

    expect(JSON.stringify(row)).not.toMatch(/loginAttempts|lockUntil/)
    expect((await knocks.login(email, RIGHT)).status).toBe(200)
  }, 60_000)
})

describe('a password', () => {
  const create = (password: string) =>
    house.payload.create({
      collection: 'staff',
      overrideAccess: true,
      data: { name: 'Nadia Norman', email: 'nadia@example.org', password, role: 'officer' },
    })

  it.each(['short words', 'Password1234!', 'NadiaNorman1', 'nadia@example.org'])(
    'is not taken where it is short, common or one’s own name: %s',
    async (password) => {
      await expect(create(password)).rejects.toThrow(/too short|soon be guessed/)
    },
  )

  it('is taken in any length up to a thousand letters, and used exactly as it is typed', async () => {
    const { id, email } = await knocks.anEditor()
    const password = ` Otter “Kettle”  ${'viaduct and marmalade '.repeat(5)}`
    await house.payload.update({
      collection: 'staff',
      id,
      overrideAccess: true,
      data: { password },
    })
    const tried = [password.trim(), password.toLowerCase(), password.slice(0, 72), password]
    const answers: number[] = []
    for (const typed of tried) answers.push((await knocks.login(email, typed)).status)

    expect(password.length).toBeGreaterThan(100)
    expect(answers).toEqual([401, 401, 401, 200])
  }, 60_000)

  it('is held to the same rule when it was forgotten', async () => {
    const { email } = await knocks.anEditor()
    const token = await house.payload.forgotPassword({
      collection: 'staff',
      data: { email },
      disableEmail: true,
    })
    const reset = (password: string) =>
      knocks.post('/api/staff/reset-password', { token, password })

    expect((await reset('short')).status).toBe(400)
    expect((await reset('password1234')).status).toBe(400)
    expect((await reset(email)).status).toBe(400)
    expect((await reset('marmalade lighthouse drum')).status).toBe(200)
  })
})
