import { describe, expect, it } from 'vitest'
import { type HostileHouse, textOf } from '../support/hostile-house'
import { staffDoorsForAll } from '../support/staff-doors'
import { RIGHT, type staffKnocks } from '../support/staff-knocks'

let house: HostileHouse
let knocks: ReturnType<typeof staffKnocks>
staffDoorsForAll((opened) => {
  ;({ house, knocks } = opened)
})

describe('the sessions of a member of staff', () => {
  const twoSessions = async (email: string) =>
    [
      knocks.session(await knocks.login(email, RIGHT)),
      knocks.session(await knocks.login(email, RIGHT, { from: '192.0.2.99' })),
    ] as const

  it('H38 end everywhere else when they change their password', async () => {
    const { id, email } = await knocks.anEditor()
    const [here, elsewhere] = await twoSessions(email)
    const answer = await house.door(`/api/staff/${id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', ...knocks.asThemselves(here) },
      body: JSON.stringify({ password: 'marmalade lighthouse drum', currentPassword: RIGHT }),
    })

    expect(answer.status).toBe(200)
    expect(await knocks.isAtTheDesk(here)).toBe(true)
    expect(await knocks.isAtTheDesk(elsewhere)).toBe(false)
  })

  it('H38 end everywhere when an administrator sets their password, or they reset it', async () => {
    const { id, email } = await knocks.anEditor()
    const [first] = await twoSessions(email)
    await house.payload.update({
      collection: 'staff',
      id,
      overrideAccess: true,
      data: { password: 'marmalade lighthouse drum' },
    })
    const second = knocks.session(await knocks.login(email, 'marmalade lighthouse drum'))
    expect([await knocks.isAtTheDesk(first), await knocks.isAtTheDesk(second)]).toEqual([
      false,
      true,
    ])

    const token = await house.payload.forgotPassword({
      collection: 'staff',
      data: { email },
      disableEmail: true,
    })
    await knocks.post('/api/staff/reset-password', { token, password: RIGHT })

    expect(await knocks.isAtTheDesk(second)).toBe(false)
  })

  it('H38 end where the same browser signs in again, to this account or to another', async () => {
    const [one, other] = [await knocks.anEditor(), await knocks.anEditor()]
    const [first, elsewhere] = await twoSessions(one.email)
    const second = knocks.session(await knocks.login(one.email, RIGHT, { cookie: first }))
    const third = knocks.session(await knocks.login(other.email, RIGHT, { cookie: second }))
    await knocks.login(one.email, 'wrong', { cookie: third })

    const areOpen = [first, second, third, elsewhere].map(knocks.isAtTheDesk)
    expect(await Promise.all(areOpen)).toEqual([false, false, true, true])
  })

  it('H38 end the moment they are said to have left, and no password or link opens the desk again', async () => {
    const { id, email } = await knocks.anEditor()
    const boss = await knocks.anEditor('administrator')
    const [theirs] = await twoSessions(email)
    expect(await knocks.isAtTheDesk(theirs)).toBe(true)
    const token = await house.payload.forgotPassword({
      collection: 'staff',
      data: { email },
      disableEmail: true,
    })
    const answer = await house.door(`/api/staff/${id}`, {
      method: 'PATCH',
      headers: {
        'Content-Type': 'application/json',
        ...knocks.asThemselves(knocks.session(await knocks.login(boss.email, RIGHT))),
      },
      body: JSON.stringify({ hasLeft: true }),
    })
    expect(answer.status).toBe(200)

    expect(await knocks.isAtTheDesk(theirs)).toBe(false)
    expect(textOf(await knocks.login(email, RIGHT))).toMatch(/^401/)
    const reset = await knocks.post('/api/staff/reset-password', {
      token,
      password: 'drum kettle otter',
    })
    expect(knocks.session(reset)).toBe('')
    await knocks.post('/api/staff/forgot-password', { email })
    for (const work of house.afterwards) await work()
    expect(textOf(await knocks.login(email, 'drum kettle otter'))).toMatch(/^401/)
  })

  it('H38 end when their account is removed', async () => {
    const { id, email } = await knocks.anEditor()
    const [theirs] = await twoSessions(email)
    expect(await knocks.isAtTheDesk(theirs)).toBe(true)
    await house.payload.delete({ collection: 'staff', id, overrideAccess: true })

    expect(await knocks.isAtTheDesk(theirs)).toBe(false)
  })

  it('open no other way in: a new password or address is saved with the present password alone', async () => {
    const { id, email } = await knocks.anEditor()
    const here = knocks.session(await knocks.login(email, RIGHT))
    const change = async (wish: object) => {
      const answer = await house.door(`/api/staff/${id}`, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json', ...knocks.asThemselves(here) },
        body: JSON.stringify(wish),
      })
      return answer.status
    }
    const password = 'marmalade lighthouse drum'

    expect(await change({ password })).toBe(400)
    expect(await change({ password, currentPassword: 'not the password' })).toBe(400)
    expect(await change({ password, currentPassword: { $ne: '' } })).toBe(400)
    expect(await change({ email: 'elsewhere@example.org' })).toBe(400)
    expect(await change({ email, jobTitle: 'Analyst' })).toBe(200)
    expect((await knocks.login(email, RIGHT)).status).toBe(200)

    expect(await change({ password, currentPassword: RIGHT })).toBe(200)
    expect((await knocks.login(email, password)).status).toBe(200)
  }, 60_000)

  it('are not set by many accounts changed at once either', async () => {
    const { id, email } = await knocks.anEditor()
    const here = knocks.session(await knocks.login(email, RIGHT))
    await house.door(`/api/staff?where[id][equals]=${id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', ...knocks.asThemselves(here) },
      body: JSON.stringify({ password: 'marmalade lighthouse drum' }),
    })

    expect((await knocks.login(email, RIGHT)).status).toBe(200)
  })

  it('are over a day after they began, however often they are renewed', async () => {
    const { id, email } = await knocks.anEditor()
    const here = knocks.session(await knocks.login(email, RIGHT))
    const renew = async () =>
      (await knocks.post('/api/staff/refresh-token', {}, knocks.asThemselves(here))).status
    const beganHoursAgo = async (hours: number) => {
      const { db } = house.payload
      const where = { id: { equals: id } }
      const row = await db.findOne<{ id: string; sessions: { createdAt: string }[] }>({
        collection: 'staff',
        where,
      })
      const createdAt = new Date(Date.now() - hours * 60 * 60_000).toISOString()
      const sessions = row?.sessions.map((session) => ({ ...session, createdAt }))
      await db.updateOne({ collection: 'staff', id, data: { sessions } })
    }

    expect(await renew()).toBe(200)
    await beganHoursAgo(15.9)
    expect(await renew()).toBe(200)
    await beganHoursAgo(16)
    expect(await renew()).toBe(403)
    expect(house.payload.collections.staff.config.auth.tokenExpiration).toBe(8 * 60 * 60)
  })

  it('H38 cannot be kept by an officer who takes back that they have left', async () => {
    const { id, email } = await knocks.anEditor()
    const here = knocks.session(await knocks.login(email, RIGHT))
    await house.door(`/api/staff/${id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', ...knocks.asThemselves(here) },
      body: JSON.stringify({ hasLeft: true, role: 'administrator' }),
    })
    const row = await house.payload.findByID({ collection: 'staff', id, overrideAccess: true })

    expect([row.hasLeft, row.role]).toEqual([false, 'editor'])
  })
})
