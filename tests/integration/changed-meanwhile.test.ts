import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askToChangeAddress, confirmChange } from '@/members/address/change-address'
import { changeDetails } from '@/members/change-details'
import { importMembers } from '@/members/import-members'
import { readJoin } from '@/members/joining/confirm-join'
import { seatTheWaiting } from '@/members/joining/seat-the-waiting'
import { claimForErasure } from '@/members/organisation/kept-leavers'
import { comeBack, forgetLeavers, leave } from '@/members/organisation/leave'
import { removeColleague } from '@/members/organisation/manage-members'
import { startSession } from '@/members/sessions'
import { theService } from '@/access/record/audit-entry'
import type { Member } from '@/payload-types'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const now = new Date('2026-11-26T12:00:00Z')
const DAY = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(now.getTime() + days * DAY)

let stage: OrganisationStage
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())

const ada = { id: 'a', collection: 'staff', role: 'administrator', name: 'Ada' } as const

/** Sends the whole of a row, as the form of the desk does. */
const saveForm = (opened: Member, changed: Partial<Member>) =>
  stage.payload.update({
    collection: 'members',
    id: opened.id,
    overrideAccess: false,
    user: ada,
    data: { ...opened, ...changed },
  })

const opened = (id: string): Promise<Member> =>
  stage.payload.findByID({ collection: 'members', id, overrideAccess: true, depth: 0 })

describe('a form of a member that was opened at the desk', () => {
  it('does not take the member back to an address they have left since', async () => {
    const council = await stage.organisation({ domains: [] })
    const { id, email } = await stage.member(council, 'mover')
    const form = await opened(id)
    const moving = { payload: stage.payload, member: await stage.memberNow(id), now }
    await askToChangeAddress({ ...moving, email: 'new@moved.example' })
    await stage.deliver(now)
    for (const [side, address] of [
      ['old', email],
      ['new', 'new@moved.example'],
    ] as const) {
      const token = stage.linkTo(address, `/account/address/${side}`)
      await confirmChange({ payload: stage.payload, side, token, now })
    }

    await expect(saveForm(form, { jobTitle: 'Housing officer' })).rejects.toMatchObject({
      status: 409,
    })
    expect((await opened(id)).jobTitle ?? null).toBeNull()
    await saveForm(await opened(id), { jobTitle: 'Housing officer' })
    expect(await opened(id)).toMatchObject({
      email: 'new@moved.example',
      jobTitle: 'Housing officer',
    })
  })

  it('does not undo a name its owner gave, and minds no sign-in', async () => {
    const { id } = await stage.member(await stage.organisation(), 'namer')
    const form = await opened(id)
    await startSession({ payload: stage.payload, memberId: id, now })
    await saveForm(form, { jobTitle: 'Planner' })
    expect(await opened(id)).toMatchObject({ lastSignedInAt: now.toISOString() })

    const again = await opened(id)
    const details = { name: 'Zoë Hill', jobTitle: 'Planner' }
    await changeDetails({ payload: stage.payload, memberId: id, details })
    await expect(saveForm(again, { jobTitle: 'Head of planning' })).rejects.toMatchObject({
      status: 409,
    })
    expect(await opened(id)).toMatchObject({ name: 'Zoë Hill' })
  })
})

describe('a leaver whose days are over', () => {
  async function leaver(name: string) {
    const { id } = await stage.member(await stage.organisation(), name)
    const { payload } = stage
    await leave({ payload, memberId: id, because: 'removed', by: theService, now })
    return { id, member: await stage.memberNow(id) }
  }
  const back = (member: Member, at: Date) =>
    comeBack({ payload: stage.payload, member, by: theService, now: at })

  it('is not erased by a look that began before they were put back', async () => {
    const { id, member } = await leaver('put-back')
    const other = await leaver('not-put-back')
    // What a look that has read them both does next.
    expect(await back(member, inDays(31))).toBe('back')
    expect(await claimForErasure(stage.payload, id, inDays(31))).toBe(false)
    await forgetLeavers(stage.payload, inDays(31))

    expect(await stage.memberNow(id)).toMatchObject({ leftAt: null })
    await expect(stage.memberNow(other.id)).rejects.toThrow()
  })

  it('does not come back once the erasure has begun, and is erased by the next look', async () => {
    const { id, member } = await leaver('being-erased')
    expect(await claimForErasure(stage.payload, id, inDays(31))).toBe(true)
    expect(await back(member, inDays(31))).toBe('full')
    await forgetLeavers(stage.payload, inDays(31))

    await expect(stage.memberNow(id)).rejects.toThrow()
  })
})

it('a list leaves alone who was removed while it was brought', async () => {
  const council = await stage.organisation()
  const { id, email } = await stage.member(council, 'removed-meanwhile')
  const report = await importMembers({
    payload: stage.payload,
    rows: [{ line: 2, email, name: 'Another Name', jobTitle: '', topics: [], consent: null }],
    organisationId: council.id,
    // The last that is asked before the row is written.
    refuse: async () => {
      await leave({
        payload: stage.payload,
        memberId: id,
        because: 'ended-by-staff',
        by: theService,
        now,
      })
      return null
    },
    isDryRun: false,
    subscribe: () => Promise.resolve(),
    invite: () => Promise.resolve(),
    onProgress: () => undefined,
    by: theService,
    now,
  })

  expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
  expect(await opened(id)).toMatchObject({
    name: 'removed-meanwhile',
    leftBecause: 'ended-by-staff',
  })
})

describe('whoever asks to join twice', () => {
  it('waits once, and is told of once', async () => {
    const council = await stage.organisation({ seats: 1 })
    const domain = council.domains![0]!
    const { email: managerEmail, id: managerId } = await stage.member(council, 'manager', {
      isManager: true,
    })
    const wisher = `wisher@${domain}`
    const first = await stage.ask(wisher, now, 'Wisher')
    await stage.confirm(first, now)
    const second = await stage.ask(wisher, inDays(1), 'Wisher')
    expect(await stage.confirm(second, inDays(1))).toEqual({ kind: 'waiting' })
    await stage.deliver(inDays(1))

    const waiting = (await stage.requestsOf(wisher)).filter(({ state }) => state === 'waiting')
    expect(waiting).toHaveLength(1)
    const view = (token: string) => readJoin({ payload: stage.payload, token, now: inDays(1) })
    expect(await view(first)).toMatchObject({ kind: 'waiting' })
    expect(await view(second)).toMatchObject({ kind: 'waiting' })
    expect(stage.mailsTo(managerEmail)).toHaveLength(1)

    await stage.payload.update({
      collection: 'organisations',
      id: council.id,
      overrideAccess: true,
      data: { seats: 2 },
    })
    await seatTheWaiting(stage.payload, inDays(2))
    await stage.deliver(inDays(2))
    const subjects = stage.mailsTo(wisher).map(({ parsed }) => parsed.subject)
    expect(subjects.filter((words) => words?.includes('There is a seat'))).toHaveLength(1)
    expect(await view(second)).toEqual({ kind: 'joined' })
    expect(managerId).toBeTruthy()
  })

  it('asks to come back once', async () => {
    const council = await stage.organisation({ seats: 5 })
    const { id, email: managerEmail } = await stage.member(council, 'manager', { isManager: true })
    const worker = await stage.member(council, 'worker')
    const by = { payload: stage.payload, manager: await stage.memberNow(id), now }
    await removeColleague(by, worker.id)
    for (const day of [1, 2, 3]) {
      await stage.confirm(await stage.ask(worker.email, inDays(day), 'Worker'), inDays(day))
      await stage.deliver(inDays(day))
    }

    expect(stage.mailsTo(managerEmail)).toHaveLength(1)
  })
})
