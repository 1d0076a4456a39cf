import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmJoin, readJoin } from '@/members/joining/confirm-join'
import { seatTheWaiting } from '@/members/joining/seat-the-waiting'
import { readManaged } from '@/members/organisation/managed-organisation'
import { putColleagueBack, removeColleague } from '@/members/organisation/manage-members'
import type { Organisation } from '@/payload-types'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const now = new Date('2026-11-26T12:00:00Z')
const DAY = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(now.getTime() + days * DAY)

let stage: OrganisationStage
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())

const isIn = async (id: string) => !(await stage.memberNow(id)).leftAt

async function managed(wish: Partial<Organisation> = {}) {
  const council = await stage.organisation(wish)
  const { id } = await stage.member(council, 'manager', { isManager: true })
  const manager = await stage.memberNow(id)
  return { council, manager, by: { payload: stage.payload, manager, now } }
}

const view = (token: string, at = now) => readJoin({ payload: stage.payload, token, now: at })

describe('whom a manager removed', () => {
  it('does not come back by joining: the managers are asked once, and put them back', async () => {
    const { council, manager, by } = await managed({ seats: 5 })
    const worker = await stage.member(council, 'worker')
    await removeColleague(by, worker.id)

    const token = await stage.ask(worker.email, now, 'Worker')
    expect(await stage.confirm(token, now)).toEqual({ kind: 'waiting' })
    for (let looks = 0; looks < 3; looks += 1) {
      await seatTheWaiting(stage.payload, inDays(1))
      await stage.deliver(inDays(1))
    }
    expect(await isIn(worker.id)).toBe(false)
    expect(await view(token)).toMatchObject({ kind: 'asks-back' })
    expect(stage.mailsTo(manager.email).map(({ parsed }) => parsed.subject)).toEqual([
      'Worker asks to read Signpost again',
    ])
    const seen = await readManaged({ ...by, member: manager })
    expect(seen).toMatchObject({ waiting: [], leavers: [{ name: 'worker', asksBack: true }] })

    expect(await putColleagueBack(by, worker.id)).toBe('back')
    await seatTheWaiting(stage.payload, inDays(2))
    await stage.deliver(inDays(2))
    expect(await isIn(worker.id)).toBe(true)
    expect(await view(token)).toEqual({ kind: 'joined' })
    expect(stage.mailsTo(worker.email).at(-1)?.parsed.subject).toBe(
      'There is a seat for you at Signpost',
    )
  })

  it('does not come back by a link from before, and keeps nobody behind them waiting', async () => {
    const { council, by } = await managed({ seats: 3 })
    const domain = council.domains![0]!
    const first = await stage.ask(`quin@${domain}`, now, 'Quin')
    const second = await stage.ask(`quin@${domain}`, new Date(now.getTime() + 1000), 'Quin')
    const joined = await stage.confirm(first, now)
    const { memberId } = joined as Extract<typeof joined, { memberId: string }>
    await removeColleague(by, memberId)

    expect(second).not.toBe(first)
    expect(await stage.confirm(second, inDays(1))).toEqual({ kind: 'waiting' })
    const next = await stage.ask(`next@${domain}`, inDays(1), 'Next')
    expect(await stage.confirm(next, inDays(1))).toMatchObject({ kind: 'joined' })
    expect(await isIn(memberId)).toBe(false)
  })

  it('may join another organisation by its own domain', async () => {
    const { council, by } = await managed({ seats: 3 })
    const worker = await stage.member(council, 'worker')
    await removeColleague(by, worker.id)
    const other = await stage.organisation()
    await stage.payload.update({
      collection: 'members',
      id: worker.id,
      overrideAccess: true,
      data: { email: `worker@${other.domains![0]!}` },
    })

    const token = await stage.ask(`worker@${other.domains![0]!}`, now, 'Worker')
    expect(await stage.confirm(token, now)).toMatchObject({ kind: 'joined', memberId: worker.id })
  })
})

describe('a domain that was taken back', () => {
  const takeBack = ({ id }: Organisation, domains: string[] = []) =>
    stage.payload.update({
      collection: 'organisations',
      id,
      overrideAccess: true,
      data: { domains, seats: 9 },
    })

  it('lets nobody in who had not pressed the link yet', async () => {
    const council = await stage.organisation()
    const domain = council.domains![0]!
    const token = await stage.ask(`late@${domain}`, now, 'Late')
    await takeBack(council, [`other-${domain}`])

    expect(await view(token)).toMatchObject({ kind: 'not-theirs', organisation: council.name })
    expect(await confirmJoin({ payload: stage.payload, token, now })).toEqual({
      kind: 'nothing-done',
    })
    expect(await stage.membersOf(council)).toEqual([])

    await takeBack(council, [domain])
    expect(await stage.confirm(token, now)).toMatchObject({ kind: 'joined' })
  })

  it('gives no seat to those who waited, and shows them to no manager', async () => {
    const { council, by, manager } = await managed({ seats: 1 })
    const token = await stage.ask(`waits@${council.domains![0]!}`, now, 'Waits')
    expect(await stage.confirm(token, now)).toEqual({ kind: 'waiting' })
    await takeBack(council)
    await seatTheWaiting(stage.payload, inDays(400))

    expect((await stage.membersOf(council)).map(({ name }) => name)).toEqual(['manager'])
    expect(await readManaged({ ...by, member: manager })).toMatchObject({ waiting: [] })
    expect(await view(token)).toMatchObject({ kind: 'not-theirs' })
  })
})
