import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { theService } from '@/access/record/audit-entry'
import { leave } from '@/members/organisation/leave'
import { remindOfRenewals } from '@/members/organisation/remind-of-renewals'
import type { Organisation } from '@/payload-types'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const LAST_DAY = '2027-03-31'
/** Noon, so many days before the last day. */
const before = (days: number) =>
  new Date(new Date(`${LAST_DAY}T12:00:00Z`).getTime() - days * 24 * 60 * 60 * 1000)

let stage: OrganisationStage
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())

async function council(wish: Partial<Organisation> = {}) {
  const made = await stage.organisation({ membershipTo: LAST_DAY, ...wish })
  const manager = await stage.member(made, 'manager', { isManager: true })
  return { made, manager }
}

async function remind(at: Date): Promise<void> {
  await remindOfRenewals(stage.payload, at)
  await stage.deliver(at)
}

const subjectsTo = (email: string, { name }: Organisation) =>
  stage
    .mailsTo(email)
    .map(({ parsed }) => parsed.subject ?? '')
    .filter((subject) => subject.includes(name))

const endsSoon = ({ name }: Organisation) => `The membership of ${name} ends on 31 March 2027`
const hasEnded = ({ name }: Organisation) => `The membership of ${name} has ended`

describe('reminders of a renewal', () => {
  it('reach each manager and staff 60, 30 and 7 days before the end and once after it, each once', async () => {
    const { made, manager } = await council({ graceDays: 14 })
    const deputy = await stage.member(made, 'deputy', { isManager: true })
    const plain = await stage.member(made, 'plain')
    for (const days of [80, 62, 59, 58, 40, 29, 15, 6, 6, 1, -1, -2, -10, -20, -90]) {
      await remind(before(days))
    }

    const expected = [endsSoon(made), endsSoon(made), endsSoon(made), hasEnded(made)]
    expect(subjectsTo(manager.email, made)).toEqual(expected)
    expect(subjectsTo(deputy.email, made)).toEqual(expected)
    expect(subjectsTo(stage.desk.staffAddress, made)).toEqual(expected)
    expect(stage.mailsTo(plain.email)).toEqual([])
  })

  it('say that it has ended on the morning after the last day, at whatever hour that day is stored', async () => {
    const { made, manager } = await council({ membershipTo: `${LAST_DAY}T12:00:00Z` })
    await remind(new Date(`${LAST_DAY}T22:00:00Z`))
    expect(subjectsTo(manager.email, made)).toEqual([endsSoon(made)])
    // Half past midnight in London, by summer time.
    await remind(new Date(`${LAST_DAY}T23:30:00Z`))
    expect(subjectsTo(manager.email, made)).toEqual([endsSoon(made), hasEnded(made)])
  })

  it('lead managers to their members, and staff to the desk', async () => {
    const { made, manager } = await council()
    await remind(before(5))

    const textTo = (email: string) =>
      stage.mailsTo(email).find(({ parsed }) => parsed.subject === endsSoon(made))?.parsed.text
    expect(textTo(manager.email)).toContain(`${stage.desk.siteUrl}/account/organisation`)
    expect(textTo(stage.desk.staffAddress)).toContain(
      `${stage.desk.siteUrl}/admin/collections/organisations/${made.id}`,
    )
  })

  it('are one mail each, however many workers look at once', async () => {
    const { made, manager } = await council()
    await Promise.all(Array.from({ length: 5 }, () => remindOfRenewals(stage.payload, before(20))))
    await Promise.all([stage.deliver(before(20)), stage.deliver(before(20))])

    expect(subjectsTo(manager.email, made)).toEqual([endsSoon(made)])
  })

  it('begin anew for a membership that was renewed, and none of the old ones goes out late', async () => {
    const { made, manager } = await council()
    await remindOfRenewals(stage.payload, before(20))
    await stage.payload.update({
      collection: 'organisations',
      id: made.id,
      overrideAccess: true,
      data: { membershipTo: '2028-03-31' },
    })
    await stage.deliver(before(20))
    await remind(before(-5))
    expect(subjectsTo(manager.email, made)).toEqual([])

    await remind(before(-340))
    expect(subjectsTo(manager.email, made)).toEqual([
      `The membership of ${made.name} ends on 31 March 2028`,
    ])
  })

  it('go to staff alone where nobody manages, and not to a manager who has left', async () => {
    const { made, manager } = await council()
    await leave({
      payload: stage.payload,
      memberId: manager.id,
      because: 'removed',
      by: theService,
      now: before(50),
    })
    await remind(before(20))

    expect(subjectsTo(manager.email, made)).toEqual([])
    expect(subjectsTo(stage.desk.staffAddress, made)).toEqual([endsSoon(made)])
  })
})
