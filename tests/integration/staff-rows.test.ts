import crypto from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { keepFirstFactor, readStaffRow, sealSecret } from '@/access/second-factor/second-factor-row'
import { newSecret } from '@/lib/timed-code'
import type { Staff } from '@/payload-types'
import type { HostileHouse } from '../support/hostile-house'
import { staffDoorsForAll } from '../support/staff-doors'
import { RIGHT, type staffKnocks } from '../support/staff-knocks'

const NEW = 'marmalade lighthouse drum'

let house: HostileHouse
let knocks: ReturnType<typeof staffKnocks>
staffDoorsForAll((opened) => {
  ;({ house, knocks } = opened)
})
afterEach(() => {
  vi.restoreAllMocks()
})

const rowOf = (id: string) =>
  house.payload.db.findOne<Staff>({ collection: 'staff', where: { id: { equals: id } } })

const change = (id: string, data: Partial<Staff>) =>
  house.payload.update({ collection: 'staff', id, data, overrideAccess: true })

/** Signs in, and has something happen after the account was read and before its password is compared. */
async function signInWhile(email: string, happen: () => Promise<unknown>) {
  const hash = crypto.pbkdf2
  vi.spyOn(crypto, 'pbkdf2').mockImplementationOnce((...asked) => {
    void happen().finally(() => {
      hash(...asked)
    })
  })
  const answer = await knocks.login(email, RIGHT, { from: '198.51.100.7' })
  const session = knocks.session(answer)
  return { status: answer.status, isIn: session !== '' && (await knocks.isAtTheDesk(session)) }
}

describe('a sign-in under way', () => {
  it.each([
    ['that somebody has left', { hasLeft: true }],
    ['a lower role', { role: 'officer' }],
    ['another address', { email: 'moved@example.org' }],
  ] as const)('does not undo %s, and opens nothing', async (_what, data) => {
    const { id, email } = await knocks.anEditor()
    const { status, isIn } = await signInWhile(email, () => change(id, data))

    expect({ status, isIn }).toEqual({ status: 401, isIn: false })
    expect(await rowOf(id)).toMatchObject(data)
  })

  it('does not undo a new password, nor bring back the sessions that ended with it', async () => {
    const { id, email } = await knocks.anEditor()
    const before = knocks.session(await knocks.login(email, RIGHT))
    const { isIn } = await signInWhile(email, () => change(id, { password: NEW }))

    expect(isIn).toBe(false)
    expect(await knocks.isAtTheDesk(before)).toBe(false)
    expect((await knocks.login(email, RIGHT)).status).toBe(401)
    expect((await knocks.login(email, NEW)).status).toBe(200)
  })

  it('does not undo a new password set by a link', async () => {
    const { email } = await knocks.anEditor()
    const token = await house.payload.forgotPassword({
      collection: 'staff',
      data: { email },
      disableEmail: true,
    })
    const reset = () => knocks.post('/api/staff/reset-password', { token, password: NEW })
    const { isIn } = await signInWhile(email, reset)

    expect(isIn).toBe(false)
    expect((await knocks.login(email, RIGHT)).status).toBe(401)
    expect((await knocks.login(email, NEW)).status).toBe(200)
  })

  it('does not undo a second factor, and opens nothing without its code', async () => {
    const { id, email } = await knocks.anEditor()
    const secret = sealSecret(house.payload, newSecret())
    const turnOn = () => keepFirstFactor(house.payload, id, { secret, since: null, step: 1 })
    const { isIn } = await signInWhile(email, turnOn)

    expect(isIn).toBe(false)
    expect((await readStaffRow(house.payload, id))?.secondFactor?.secret).toBe(secret)
  })

  it('makes no account again that was removed', async () => {
    const { id, email } = await knocks.anEditor()
    const remove = () => house.payload.delete({ collection: 'staff', id, overrideAccess: true })
    const { isIn } = await signInWhile(email, remove)

    expect(isIn).toBe(false)
    expect(await rowOf(id)).toBeNull()
  })

  it('leaves those alone that are under way beside it', async () => {
    const { email } = await knocks.anEditor()
    const answers = await Promise.all([1, 2, 3, 4].map(() => knocks.login(email, RIGHT)))
    const sessions = answers.map((answer) => knocks.session(answer))

    expect(new Set(sessions).size).toBe(4)
    for (const session of sessions) expect(await knocks.isAtTheDesk(session)).toBe(true)
    await knocks.post('/api/staff/logout', {}, knocks.asThemselves(sessions[1] ?? ''))
    const still = await Promise.all(sessions.map((session) => knocks.isAtTheDesk(session)))
    expect(still).toEqual([true, false, true, true])
  })
})

describe('a change of an account', () => {
  it('is refused, and loses nothing, where the account was changed since it was read', async () => {
    const { id } = await knocks.anEditor()
    const read = await rowOf(id)
    await change(id, { hasLeft: true })
    const late = house.payload.db.updateOne({
      collection: 'staff',
      id,
      data: { ...read, name: 'Late' },
    })

    await expect(late).rejects.toThrow('This account was changed in the same moment.')
    expect(await rowOf(id)).toMatchObject({ hasLeft: true })
  })

  it('may be made again and again, and ends no session that began meanwhile', async () => {
    const { id, email } = await knocks.anEditor()
    await change(id, { jobTitle: 'Editor' })
    const read = await rowOf(id)
    const session = knocks.session(await knocks.login(email, RIGHT))
    await house.payload.db.updateOne({
      collection: 'staff',
      id,
      data: { ...read, jobTitle: 'Editor at large' },
    })

    expect(await knocks.isAtTheDesk(session)).toBe(true)
    expect(await rowOf(id)).toMatchObject({ jobTitle: 'Editor at large' })
  })
})
