import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { theService } from '@/access/record/audit-entry'
import { forgetRequests } from '@/members/joining/forget-requests'
import { seatTheWaiting } from '@/members/joining/seat-the-waiting'
import { takeSeat } from '@/members/take-seat'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const now = new Date('2026-11-26T12:00:00Z')
const DAY = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(now.getTime() + days * DAY)

let stage: OrganisationStage
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())

describe('a wish to join', () => {
  const mailsAbout = async (email: string) => {
    const { docs } = await stage.payload.find({
      collection: 'account-mails',
      overrideAccess: true,
      where: { address: { equals: email } },
    })
    return docs
  }

  it('that nobody confirmed is forgotten after a week, with the mail that went out for it', async () => {
    const council = await stage.organisation()
    const email = `mistyped@${council.domains![0]!}`
    await stage.ask(email, now)
    await forgetRequests(stage.payload, inDays(6))
    expect([await stage.requestsOf(email), await mailsAbout(email)]).toMatchObject([[{}], [{}]])

    await forgetRequests(stage.payload, inDays(8))
    expect([await stage.requestsOf(email), await mailsAbout(email)]).toEqual([[], []])
  })

  it('that came true is forgotten after a month, and one for a seat that never came after a year', async () => {
    const council = await stage.organisation({ seats: 1 })
    const people = ['joins', 'waits'].map((name) => `${name}@${council.domains![0]!}`)
    for (const email of people) await stage.confirm(await stage.ask(email, now), now)
    await seatTheWaiting(stage.payload, now)
    const kept = async (days: number) => {
      await stage.deliver(inDays(days))
      await forgetRequests(stage.payload, inDays(days))
      const rows = await Promise.all(people.map(stage.requestsOf))
      return rows.map(({ length }) => length)
    }

    expect(await kept(29)).toEqual([1, 1])
    expect(await kept(31)).toEqual([0, 1])
    expect(await kept(364)).toEqual([0, 1])
    expect(await kept(366)).toEqual([0, 0])
    expect(await Promise.all(people.map(mailsAbout))).toEqual([[], []])
  })

  it('of somebody who found a seat elsewhere meanwhile ends without word of a seat', async () => {
    const council = await stage.organisation({ seats: 1 })
    const first = await stage.member(council, 'first')
    const email = `goes@${council.domains![0]!}`
    await stage.confirm(await stage.ask(email, now), now)
    await seatTheWaiting(stage.payload, now)
    const other = await stage.organisation()
    const person = { name: 'Goes', email }
    const { payload } = stage
    await takeSeat({ payload, organisationId: other.id, person, by: theService, now })
    await payload.delete({ collection: 'members', id: first.id, overrideAccess: true })

    await seatTheWaiting(payload, inDays(1))
    await stage.deliver(inDays(1))
    expect((await stage.requestsOf(email)).map(({ state }) => state)).toEqual(['known'])
    expect(stage.mailsTo(email).map(({ parsed }) => parsed.subject)).toEqual([
      'Confirm your address to join Signpost',
    ])
    expect(await stage.membersOf(council)).toEqual([])
  })
})
