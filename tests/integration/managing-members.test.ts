import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importList } from '@/members/organisation/import-list'
import { forgetLeavers } from '@/members/organisation/leave'
import { nextInLine, readManaged, seatedSince } from '@/members/organisation/managed-organisation'
import {
  inviteColleague,
  putColleagueBack,
  removeColleague,
} from '@/members/organisation/manage-members'
import { memberOfSession, startSession } from '@/members/sessions'
import { memberViewer } from '@/access/viewer'
import type { Organisation } from '@/payload-types'
import { listWithFaults } from '../support/list-of-members'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const now = new Date('2026-11-26T12:00:00Z')
const DAY = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(now.getTime() + days * DAY)

let stage: OrganisationStage
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())

async function managed(wish: Partial<Organisation> = {}) {
  const council = await stage.organisation(wish)
  const { id } = await stage.member(council, 'manager', { isManager: true })
  const manager = await stage.memberNow(id)
  return { council, manager, by: { payload: stage.payload, manager, now } }
}

describe('a manager', () => {
  it('invites a colleague, who is mailed once and subscribed to nothing', async () => {
    const { by, council } = await managed({ seats: 2 })
    const words = { name: 'Ana', email: `Ana@${council.domains![0]!}` }

    expect(await inviteColleague({ ...by, words })).toEqual({ kind: 'invited', name: 'Ana' })
    expect(await inviteColleague({ ...by, words })).toMatchObject({ kind: 'faulty' })
    await stage.deliver(now)
    await stage.deliver(now)

    const mails = stage.mailsTo(words.email.toLowerCase())
    expect(mails.map(({ parsed }) => parsed.subject)).toEqual(['Your membership of Signpost'])
    expect(mails[0]!.parsed.text).toMatch(/\/sign-in\/[\w-]{40,}/)
    const full = { name: 'Ben', email: `ben@${council.domains![0]!}` }
    expect(await inviteColleague({ ...by, words: full })).toMatchObject({
      faults: { form: 'All seats are taken. Remove somebody first, or ask us for more.' },
    })
  })

  it('can invite neither foreign addresses nor by a membership that has ended', async () => {
    const { by, council } = await managed()
    const ended = await managed({ membershipTo: '2026-01-31' })

    expect(
      await inviteColleague({ ...by, words: { name: 'Eve', email: 'eve@elsewhere.example' } }),
    ).toHaveProperty('faults.email')
    const words = { name: 'Ana', email: `ana@${ended.council.domains![0]!}` }
    expect(await inviteColleague({ ...ended.by, words })).toHaveProperty('faults.form')
    expect(await stage.membersOf(council)).toHaveLength(1)
  })

  it('sees names and addresses of the own organisation, and neither its contact nor notes', async () => {
    const { by, council, manager } = await managed({
      seats: 9,
      notes: 'PLANTED-NOTE',
      contactName: 'PLANTED-CONTACT',
      contactEmail: 'planted@example.org',
    })
    await stage.member(council, 'zoe', { jobTitle: 'PLANTED-TITLE' })
    const other = await managed()
    await stage.member(other.council, 'stranger')

    const seen = await readManaged({ ...by, member: manager })
    expect(seen).toMatchObject({ seats: 9, status: 'running' })
    expect(seen!.members.map((one) => Object.keys(one).sort().join())).toEqual(['email,id,name'])
    expect(JSON.stringify(seen)).not.toMatch(/PLANTED|planted|stranger/)

    const { token } = await startSession({ payload: stage.payload, memberId: manager.id, now })
    const session = await memberOfSession({ payload: stage.payload, token, now })
    expect(session?.organisation).toMatchObject({ name: council.name })
    expect(JSON.stringify(session)).not.toMatch(/PLANTED|planted/)
  })

  it('has no say over another organisation, and an ordinary member none at all', async () => {
    const { by } = await managed()
    const other = await managed()
    const theirs = await stage.member(other.council, 'theirs')
    const plain = await stage.memberNow(theirs.id)

    expect(await removeColleague(by, theirs.id)).toBe('not-yours')
    expect(await readManaged({ ...by, member: plain })).toBeNull()
    expect(await removeColleague({ ...by, manager: plain }, other.manager.id)).toBe('not-yours')
    expect(await removeColleague(by, by.manager.id)).toBe('not-yours')
  })
})

describe('a leaver', () => {
  it('reads as the public does at once, in a browser that is open, and comes back with all', async () => {
    const { by, council } = await managed({ seats: 2 })
    const leaver = await stage.member(council, 'leaver')
    const { payload } = stage
    const { token } = await startSession({ payload, memberId: leaver.id, now })

    expect(await removeColleague(by, leaver.id)).toBe('removed')
    expect(await memberOfSession({ payload, token, now })).toBeNull()
    expect(memberViewer(await stage.memberNow(leaver.id), now)).toMatchObject({ isActive: false })
    const seen = await readManaged({ ...by, member: by.manager })
    expect(seen!.leavers.map(({ name }) => name)).toEqual(['leaver'])

    expect(await putColleagueBack(by, leaver.id)).toBe('back')
    expect(memberViewer(await stage.memberNow(leaver.id), now)).toMatchObject({ isActive: true })
  })

  it('frees the seat for who waits, and then cannot be put back', async () => {
    const { by, council } = await managed({ seats: 2 })
    const leaver = await stage.member(council, 'leaver')
    const token = await stage.ask(`next@${council.domains![0]!}`, now, 'Next')
    await stage.confirm(token, now)

    const before = await readManaged({ ...by, member: by.manager })
    expect(nextInLine(before!)).toMatchObject({ name: 'Next' })
    await removeColleague(by, leaver.id)
    const after = await readManaged({ ...by, member: by.manager })
    expect(seatedSince(before!, after!)).toMatchObject({ name: 'Next' })
    const names = (await stage.membersOf(council)).map(({ name }) => name)
    expect(names).toEqual(['manager', 'Next'])
    expect(await putColleagueBack(by, leaver.id)).toBe('full')
  })

  it('is erased after thirty days, and not before', async () => {
    const { by, council } = await managed()
    const leaver = await stage.member(council, 'leaver')
    await removeColleague(by, leaver.id)
    const isKept = async () =>
      (
        await stage.payload.count({
          collection: 'members',
          overrideAccess: true,
          where: { id: { equals: leaver.id } },
        })
      ).totalDocs === 1

    await forgetLeavers(stage.payload, inDays(29))
    expect(await isKept()).toBe(true)
    await forgetLeavers(stage.payload, inDays(31))
    expect(await isKept()).toBe(false)
  })
})

describe('a list of a thousand with 37 bad lines', () => {
  it('brings 963 in and explains 37, the same on a dry run and the second time', async () => {
    const { by, council } = await managed()
    const elsewhere = await managed()
    const text = listWithFaults({
      domain: council.domains![0]!,
      ofAnother: elsewhere.manager.email,
    })
    const bring = (isDryRun: boolean) => importList({ ...by, text, isDryRun, isInviting: true })

    const dry = await bring(true)
    expect(dry).toMatchObject({ report: { created: 963, updated: 0, unchanged: 0, refused: 37 } })
    expect(await stage.membersOf(council)).toHaveLength(1)

    const first = await bring(false)
    expect(first).toEqual(dry)
    expect(await stage.membersOf(council)).toHaveLength(964)

    const second = await bring(false)
    expect(second).toMatchObject({ report: { created: 0, unchanged: 963, refused: 37 } })
    expect(second).toHaveProperty(
      'report.faults',
      (first as { report: { faults: object } }).report.faults,
    )
    const { totalDocs } = await stage.payload.count({
      collection: 'account-mails',
      overrideAccess: true,
      where: { kind: { equals: 'invitation' }, address: { like: council.domains![0]! } },
    })
    expect(totalDocs).toBe(963)
  }, 600_000)

  it('stops where the seats do, and says so line by line', async () => {
    const { by, council } = await managed({ seats: 3 })
    const line = (n: number) => `p${n}@${council.domains![0]!},Person ${n}`
    const text = ['email,name', line(1), line(2), line(3), line(4)].join('\n')
    const run = (isDryRun: boolean) => importList({ ...by, text, isDryRun, isInviting: false })

    const dry = await run(true)
    expect(dry).toMatchObject({
      report: {
        created: 2,
        refused: 2,
        faults: [
          { line: 4, field: 'email', message: 'has no seat: all of them are taken' },
          { line: 5, field: 'email', message: 'has no seat: all of them are taken' },
        ],
      },
    })
    expect(await run(false)).toEqual(dry)
  })
})
