import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { theService } from '@/access/record/audit-entry'
import { lenderOf } from '@/access/colleague-pass'
import { memberViewer, type Viewer, visitor } from '@/access/viewer'
import { forgetPasses } from '@/members/colleague/forget-passes'
import { eraseAccount } from '@/members/erase-account'
import { leave } from '@/members/organisation/leave'
import { readDoubts } from '@/sources/read-doubts'
import { type ColleagueStage, openColleagueStage } from '../support/colleague-stage'
import { rowsNaming } from '../support/whole-account'

const now = new Date('2026-11-26T12:00:00Z')
const DAY = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(now.getTime() + days * DAY)

let stage: ColleagueStage
beforeAll(async () => {
  stage = await openColleagueStage(now)
})
afterAll(() => stage.close())

const WHOLE = { kind: 'full', hasMemberText: true }
const TEASER = { kind: 'teaser', hasMemberText: false }

describe('a browser with a colleague’s pass', () => {
  it('reads that one briefing whole and of every other the public part', async () => {
    const { browserToken } = await stage.lent()

    expect(await stage.reads(browserToken, 'rents')).toMatchObject(WHOLE)
    expect(await stage.reads(browserToken, 'buses')).toMatchObject(TEASER)
    expect(await stage.reads('a'.repeat(43), 'rents')).toMatchObject(TEASER)
  })

  it('is told what took the place of a source that is cited there, by the right of who sent it', async () => {
    const { payload, rents } = stage
    const source = (title: string, more: object = {}) =>
      payload.create({
        collection: 'sources',
        overrideAccess: true,
        data: { title, type: 'research', ...more },
      })
    const newer = await source('The newer survey')
    const older = await source('The older survey', {
      standing: 'superseded',
      replacedBy: newer.id,
    })
    await payload.update({
      collection: 'briefings',
      id: rents.id,
      overrideAccess: true,
      data: { sources: [older.id] },
    })
    const { browserToken } = await stage.lent()
    const { read } = await stage.reads(browserToken, 'rents')
    if (read.kind !== 'full' || !read.lentBy) throw new Error('The briefing was not lent.')
    const warningFor = async (viewer: Viewer) => {
      const { sources } = read.briefing
      return (await readDoubts({ payload, viewer, sources })).get(older.id)?.warning
    }

    expect(await warningFor(memberViewer(read.lentBy, now))).toContain('The newer survey')
    expect(await warningFor(visitor)).toBe('Superseded by a newer source.')
  })

  it('reaches no file, not even of that briefing', async () => {
    const { browserToken } = await stage.lent()
    const { read } = await stage.reads(browserToken, 'rents')

    expect(read).toMatchObject({ briefing: { attachments: [] } })
    expect(JSON.stringify(read)).not.toContain(stage.attachmentId)
    expect(await stage.opens(stage.attachmentId)).toEqual({ kind: 'missing' })
  })

  it('reads for seven days from the press, and then what the public reads', async () => {
    const { browserToken } = await stage.lent()

    expect(await stage.reads(browserToken, 'rents', inDays(6.9))).toMatchObject(WHOLE)
    expect(await stage.reads(browserToken, 'rents', inDays(7.1))).toMatchObject(TEASER)
  })

  it('reads no longer than the organisation’s membership runs, and again once it is renewed', async () => {
    const { browserToken, council } = await stage.lent()
    const setEnd = (membershipTo: string) =>
      stage.payload.update({
        collection: 'organisations',
        id: council.id,
        overrideAccess: true,
        data: { membershipTo },
      })
    await setEnd('2026-11-25')
    expect(await stage.reads(browserToken, 'rents')).toMatchObject(TEASER)
    await setEnd('2027-11-25')
    expect(await stage.reads(browserToken, 'rents')).toMatchObject(WHOLE)
  })

  it('reads no more once the sender has left, or the domain is no longer the organisation’s', async () => {
    const left = await stage.lent()
    await leave({
      payload: stage.payload,
      memberId: left.member.id,
      because: 'removed',
      by: theService,
      now,
    })
    expect(await stage.reads(left.browserToken, 'rents')).toMatchObject(TEASER)

    const moved = await stage.lent()
    await stage.payload.update({
      collection: 'organisations',
      id: moved.council.id,
      overrideAccess: true,
      data: { domains: [] },
    })
    expect(await stage.reads(moved.browserToken, 'rents')).toMatchObject(TEASER)
  })

  it('reads nothing that readers no longer have', async () => {
    const { browserToken } = await stage.lent()
    await stage.payload.update({
      collection: 'briefings',
      id: stage.rents.id,
      overrideAccess: true,
      data: { publishedAt: '2099-01-01T09:00:00Z' },
    })
    expect((await stage.reads(browserToken, 'rents')).hasMemberText).toBe(false)
    await stage.payload.update({
      collection: 'briefings',
      id: stage.rents.id,
      overrideAccess: true,
      data: { publishedAt: '2026-01-01T09:00:00Z' },
    })
  })

  it('is lent the right to one briefing, and no viewer of any other', async () => {
    const { browserToken } = await stage.lent()
    const passes = await stage.passesIn(browserToken)

    expect(lenderOf(passes, stage.rents.id, now)).toMatchObject({ name: 'Ana' })
    expect(lenderOf(passes, stage.buses.id, now)).toBeNull()
    expect(JSON.stringify(passes)).not.toMatch(/contactEmail|fromEnquiry/)
  })
})

describe('what is kept of a pass', () => {
  it('goes when its time is over, with the address its mail went to', async () => {
    const { colleague, browserToken } = await stage.lent()
    await forgetPasses(stage.payload, inDays(6))
    expect(await stage.passesIn(browserToken)).toHaveLength(1)
    await forgetPasses(stage.payload, inDays(8))

    expect(await stage.passesIn(browserToken)).toEqual([])
    expect(await rowsNaming(stage.payload, [colleague])).toEqual([])
  })

  it('goes at once with the account of its sender', async () => {
    const { colleague, browserToken, member } = await stage.lent()
    await eraseAccount({ payload: stage.payload, member })

    expect(await stage.reads(browserToken, 'rents')).toMatchObject(TEASER)
    expect(await rowsNaming(stage.payload, [colleague])).toEqual([])
  })
})
