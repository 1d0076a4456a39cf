import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { confirmJoin } from '@/members/joining/confirm-join'
import { tendAccounts, tendMemberships } from '@/members/tend-accounts'
import { forgetAll } from '@/worker/forget-all'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const DAY = 24 * 60 * 60 * 1000
const now = new Date()
const inDays = (days: number) => new Date(now.getTime() + days * DAY)

let stage: OrganisationStage
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())
afterEach(() => mend())

let mend = (): void => undefined

type Method = 'create' | 'deleteMany' | 'updateOne' | 'find' | 'findOne'

/** Has the database refuse a way of asking it wherever a word stands in what is asked. */
function refuse(payload: Payload, method: Method, word: string): void {
  const db = payload.db as unknown as Record<Method, (asked: object) => Promise<unknown>>
  const real = db[method].bind(db)
  const before = mend
  db[method] = (asked) => {
    const withoutRequest = JSON.stringify({ ...asked, req: undefined })
    return withoutRequest.includes(word)
      ? Promise.reject(new Error('The row is broken.'))
      : real(asked)
  }
  mend = () => {
    db[method] = real
    before()
  }
}

const nobodyLeft = async (id: string): Promise<boolean> => {
  const where = { id: { equals: id } }
  const { payload } = stage
  const { totalDocs } = await payload.count({ collection: 'members', overrideAccess: true, where })
  return totalDocs === 0
}

describe('one row that always fails', () => {
  it('keeps no other member from being asked for the address, or erased after leaving', async () => {
    const { payload } = stage
    const council = await stage.organisation()
    const [broken, asked, gone] = [
      await stage.member(council, 'broken'),
      await stage.member(council, 'asked'),
      await stage.member(council, 'gone'),
    ]
    await payload.db.updateOne({
      collection: 'members',
      where: { id: { equals: gone.id } },
      data: { leftAt: now.toISOString(), leftBecause: 'removed' },
    })
    refuse(payload, 'create', broken.id)

    await tendMemberships(stage.desk, inDays(340))
    await stage.deliver(inDays(340))
    expect(stage.mailsTo(asked.email)).toHaveLength(1)
    expect(await nobodyLeft(gone.id)).toBe(true)
    mend()
    await tendMemberships(stage.desk, inDays(340))
    await stage.deliver(inDays(340))
    expect(stage.mailsTo(broken.email)).toHaveLength(1)
  })

  it('keeps no other wish to join from its seat, and no other mail from going out', async () => {
    const { payload, desk } = stage
    const council = await stage.organisation()
    const at = (name: string) => `${name}@${council.domains![0]!}`
    const tokens = [await stage.ask(at('broken'), now), await stage.ask(at('whole'), now)]
    refuse(payload, 'create', at('broken'))
    for (const token of tokens) await confirmJoin({ payload, token, now })
    expect((await stage.membersOf(council)).map(({ email }) => email)).toEqual([at('whole')])

    mend()
    await tendAccounts(desk, now)
    expect(await stage.membersOf(council)).toHaveLength(2)

    const [first, second] = [await stage.member(council, 'one'), await stage.member(council, 'two')]
    await tendMemberships(desk, inDays(340))
    refuse(payload, 'findOne', first.id)
    await tendAccounts(desk, inDays(340))
    expect(stage.mailsTo(first.email)).toHaveLength(0)
    expect(stage.mailsTo(second.email)).toHaveLength(1)
    mend()
    await tendAccounts(desk, inDays(341))
    expect(stage.mailsTo(first.email)).toHaveLength(1)
  })
})

describe('one step that always fails', () => {
  it('keeps nothing else from being forgotten when its time is over', async () => {
    const { payload, settings } = stage
    await stage.organisation()
    const entries = async () =>
      (await payload.count({ collection: 'audit-events', overrideAccess: true })).totalDocs
    expect(await entries()).toBeGreaterThan(0)
    refuse(payload, 'find', 'search-log')
    refuse(payload, 'deleteMany', 'working-copies')

    await forgetAll({ payload, settings, now: inDays(settings.recordDays + 1) })
    expect(await entries()).toBe(0)
  })
})
