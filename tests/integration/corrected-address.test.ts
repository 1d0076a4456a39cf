import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askToChangeAddress, confirmChange } from '@/members/address/change-address'
import { inviteColleague } from '@/members/organisation/manage-members'
import { readLink, redeemLink } from '@/members/redeem-sign-in'
import { memberOfSession, startSession } from '@/members/sessions'
import type { Member } from '@/payload-types'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const now = new Date('2026-11-26T12:00:00Z')
const DAY = 24 * 60 * 60 * 1000
const inTwoDays = new Date(now.getTime() + 2 * DAY)

let stage: OrganisationStage
let manager: Member
beforeAll(async () => {
  stage = await openOrganisationStage()
  const council = await stage.organisation({ domains: [] })
  const { id } = await stage.member(council, 'the-manager', { isManager: true })
  manager = await stage.memberNow(id)
})
afterAll(() => stage.close())

async function invited(email: string): Promise<Member> {
  const { payload } = stage
  await inviteColleague({ payload, manager, now, words: { name: 'Rita Right', email } })
  const { docs } = await payload.find({
    collection: 'members',
    overrideAccess: true,
    where: { email: { equals: email } },
  })
  return docs[0]!
}

const correct = (id: string, data: Partial<Member>) =>
  stage.payload.update({
    collection: 'members',
    id,
    overrideAccess: false,
    user: { id: 'a', collection: 'staff', role: 'administrator', name: 'Ada' },
    data,
  })

describe('an address that an administrator corrects', () => {
  it('leaves no link in the wrong mailbox that signs in', async () => {
    const { payload } = stage
    const { id } = await invited('wrong@mistyped.example')
    await stage.deliver(now)
    const token = stage.linkTo('wrong@mistyped.example', '/sign-in')
    expect(await readLink({ payload, token, now })).toEqual({ kind: 'open' })

    await correct(id, { email: 'right@correct.example' })

    expect(await redeemLink({ payload, token, now: inTwoDays })).toEqual({ kind: 'expired' })
  })

  it('is sent no invitation at the wrong one that was still owed', async () => {
    const { id } = await invited('late@mistyped.example')

    await correct(id, { email: 'late@correct.example' })
    await stage.deliver(now)

    expect(stage.mailsTo('late@mistyped.example')).toEqual([])
  })

  it('closes the browsers that were open, and gives up a wish to move', async () => {
    const { payload } = stage
    const { id } = await invited('open@mistyped.example')
    const { token } = await startSession({ payload, memberId: id, now })
    const moving = {
      payload,
      member: await stage.memberNow(id),
      email: 'further@mistyped.example',
      now,
    }
    await askToChangeAddress(moving)
    await stage.deliver(now)
    const link = stage.linkTo('further@mistyped.example', '/account/address/new')

    await correct(id, { email: 'open@correct.example' })

    expect(await memberOfSession({ payload, token, now })).toBeNull()
    expect(await confirmChange({ payload, side: 'new', token: link, now })).toEqual({
      kind: 'over',
    })
  })

  it('is not taken for one where another field was changed, or the same address saved again', async () => {
    const { payload } = stage
    const { id, email } = await invited('same@correct.example')
    const { token } = await startSession({ payload, memberId: id, now })

    await correct(id, { name: 'Rita Wright', email: email.toUpperCase() })

    expect(await memberOfSession({ payload, token, now })).toMatchObject({ name: 'Rita Wright' })
  })
})
