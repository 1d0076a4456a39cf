import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { forgetRecord } from '@/access/record/forget-record'
import { type House, openHouse } from '../support/access-table/house'
import { PASSWORD } from '../support/access-table/people'
import { makeRow } from '../support/access-table/rows'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const NOW = new Date('2026-11-23T12:00:00Z')

async function asAdministrator(path: string, data: object, method = 'PATCH') {
  const { administrator } = house.people
  const headers = administrator.door === 'http' ? administrator.headers : {}
  return house.rest(
    new Request(`${house.settings.siteUrl}/api/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(data),
    }),
  )
}

describe('what is recorded', () => {
  it('is changed and deleted by nobody, whatever door they use', async () => {
    const { payload } = house
    const id = await makeRow(house, 'audit-events')
    const where = { id: { equals: id } }
    const data = { details: 'It was not me.' }
    const collection = 'audit-events' as const
    const attempts = [
      () => payload.update({ collection, id, data, overrideAccess: true }),
      () => payload.update({ collection, where, data, overrideAccess: true }),
      () => payload.delete({ collection, id, overrideAccess: true }),
      () => payload.delete({ collection, where, overrideAccess: true }),
    ]

    for (const attempt of attempts) await expect(attempt()).rejects.toThrow(/cannot be changed/)
    expect((await asAdministrator(`audit-events/${id}`, data)).status).toBe(403)
    expect((await asAdministrator(`audit-events/${id}`, {}, 'DELETE')).status).toBe(403)
    expect(
      (await asAdministrator('audit-events', { ...data, act: 'published' }, 'POST')).status,
    ).toBe(403)
    const row = await payload.findByID({ collection, id, overrideAccess: true })
    expect(row.details ?? null).toBe(null)
  })

  it('is forgotten after its days, and not before', async () => {
    const row = (at: string) => makeRow(house, 'audit-events', { at, onId: 'forgetting' })
    await row('2025-10-20T12:00:00.000Z')
    const kept = await row('2025-10-26T12:00:00.000Z')
    await forgetRecord({ payload: house.payload, days: 396, now: NOW })

    const { docs } = await house.payload.find({
      collection: 'audit-events',
      overrideAccess: true,
      where: { onId: { equals: 'forgetting' } },
    })
    expect(docs.map(({ id }) => id)).toEqual([kept])
  })

  it('does not stop an act where it cannot be written, and the log says so', async () => {
    const { payload } = house
    const { db } = payload
    const create = db.create.bind(db)
    db.create = (args) =>
      args.collection === 'audit-events' ? Promise.reject(new Error('disk full')) : create(args)
    const complaint = vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined)
    try {
      const { id } = await payload.create({
        collection: 'staff',
        overrideAccess: true,
        data: { name: 'New', email: 'new@example.org', password: PASSWORD, role: 'officer' },
      })

      expect(id).toBeTruthy()
      expect(complaint).toHaveBeenCalledWith(
        expect.objectContaining({ msg: 'An act could not be recorded', act: 'staff-made', on: id }),
      )
    } finally {
      db.create = create
      complaint.mockRestore()
    }
  })
})
