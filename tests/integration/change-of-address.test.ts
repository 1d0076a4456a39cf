import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setSubscription } from '@/bulletin/subscriptions'
import { readerOf } from '@/bulletin/reader'
import {
  askToChangeAddress,
  confirmChange,
  readChange,
  type Side,
  stopChange,
} from '@/members/address/change-address'
import { pendingAddress, takeChangeBack } from '@/members/address/pending-change'
import { inviteColleague } from '@/members/organisation/manage-members'
import { redeemLink } from '@/members/redeem-sign-in'
import { memberOfSession, startSession } from '@/members/sessions'
import type { Organisation } from '@/payload-types'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const now = new Date()
const DAY = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(now.getTime() + days * DAY)

let stage: OrganisationStage
let council: Organisation
let made = 0
beforeAll(async () => {
  stage = await openOrganisationStage()
  council = await stage.organisation()
})
afterAll(() => stage.close())

const domain = () => council.domains![0]!

/** A member who has asked to move, with both links from the mails. */
async function moving() {
  made += 1
  const { id, email: oldEmail } = await stage.member(council, `before-${made}`)
  const newEmail = `after-${made}@${domain()}`
  const member = await stage.memberNow(id)
  const ask = (email: string, at = now) =>
    askToChangeAddress({ payload: stage.payload, member, email, now: at })
  expect(await ask(`  ${newEmail.toUpperCase()} `)).toEqual({ kind: 'asked' })
  await stage.deliver(now)
  const by = (side: Side, at = now) => ({
    payload: stage.payload,
    side,
    token: stage.linkTo(side === 'old' ? oldEmail : newEmail, `/account/address/${side}`),
    now: at,
  })
  return { id, oldEmail, newEmail, member, ask, by }
}

const subjectsTo = (email: string) => stage.mailsTo(email).map(({ parsed }) => parsed.subject)

describe('a change of address', () => {
  it('is shown while it is under way, and can be taken back by whoever asked for it', async () => {
    const { id, newEmail, by } = await moving()
    const shown = (at = now) => pendingAddress({ payload: stage.payload, memberId: id, now: at })
    expect(await shown()).toBe(newEmail)
    expect(await shown(inDays(4))).toBeNull()

    await takeChangeBack({ payload: stage.payload, memberId: id })
    expect(await shown()).toBeNull()
    expect(await confirmChange(by('old'))).toEqual({ kind: 'over' })
  })

  it('waits for a press at both addresses, in either order, and then tells the old one', async () => {
    for (const [first, second] of [
      ['old', 'new'],
      ['new', 'old'],
    ] as const) {
      const { id, oldEmail, newEmail, by } = await moving()
      const [one, other] = [by(first), by(second)]

      for (let looks = 0; looks < 3; looks += 1) {
        expect(await readChange(one)).toEqual({ kind: 'open', oldEmail, newEmail })
      }
      expect(await confirmChange(one)).toEqual({ kind: 'half' })
      expect(await confirmChange(one)).toEqual({ kind: 'half' })
      expect(await stage.memberNow(id)).toMatchObject({ email: oldEmail })

      expect(await confirmChange(other)).toEqual({ kind: 'done' })
      expect(await stage.memberNow(id)).toMatchObject({ email: newEmail })
      await stage.deliver(now)
      await stage.deliver(now)
      expect(subjectsTo(oldEmail)).toEqual([
        'Do you want to change your address at Signpost?',
        'Your address at Signpost has changed',
      ])
      expect(subjectsTo(newEmail)).toEqual(['Confirm your new address at Signpost'])
    }
  })

  it('does nothing more by its links once it is done, and neither link speaks for the other side', async () => {
    const { id, by, oldEmail } = await moving()
    const [old, fresh] = [by('old'), by('new')]

    expect(await readChange({ ...old, side: 'new' })).toEqual({ kind: 'over' })
    expect(await confirmChange({ ...fresh, side: 'old' })).toEqual({ kind: 'over' })
    await confirmChange(old)
    await confirmChange(fresh)
    await stage.payload.update({
      collection: 'members',
      id,
      overrideAccess: true,
      data: { email: oldEmail },
    })
    for (const link of [old, fresh]) {
      expect(await confirmChange(link)).toEqual({ kind: 'done' })
      await stopChange(link)
    }
    expect(await stage.memberNow(id)).toMatchObject({ email: oldEmail })
  })

  it('is done once, however many press at once', async () => {
    const { id, newEmail, oldEmail, by } = await moving()
    const links = [by('old'), by('new')]
    await Promise.all([...links, ...links, ...links].map((link) => confirmChange(link)))
    await stage.deliver(now)

    expect(await stage.memberNow(id)).toMatchObject({ email: newEmail })
    expect(subjectsTo(oldEmail)).toHaveLength(2)
  })

  it('runs out after three days, half said or not', async () => {
    const { id, oldEmail, by } = await moving()
    await confirmChange(by('old', inDays(2)))

    expect(await readChange(by('new', inDays(4)))).toEqual({ kind: 'over' })
    expect(await confirmChange(by('new', inDays(4)))).toEqual({ kind: 'over' })
    expect(await stage.memberNow(id)).toMatchObject({ email: oldEmail })
  })

  it('is given up by a no from either side, and by another wish', async () => {
    for (const side of ['old', 'new'] as const) {
      const { id, oldEmail, by } = await moving()
      await confirmChange(by('old'))
      await stopChange(by(side))
      expect(await confirmChange(by('new'))).toEqual({ kind: 'over' })
      expect(await stage.memberNow(id)).toMatchObject({ email: oldEmail })
    }
    const { by, ask } = await moving()
    const earlier = by('new')
    await ask(`second-thought-${made}@${domain()}`)
    expect(await confirmChange(earlier)).toEqual({ kind: 'over' })
  })

  it('answers alike for an address that somebody has, mails them nothing, and never gives it away', async () => {
    const taken = await stage.member(council, 'taken')
    const { id, oldEmail, newEmail, ask, by } = await moving()
    const free = await ask(`quite-free@${domain()}`)

    expect(await ask(taken.email)).toEqual(free)
    await stage.deliver(now)
    expect(subjectsTo(taken.email)).toEqual([])
    expect(subjectsTo(oldEmail).at(-1)).toBe('Do you want to change your address at Signpost?')

    await ask(newEmail)
    await stage.deliver(now)
    const [old, fresh] = [by('old'), by('new')]
    await stage.member(council, newEmail.split('@')[0]!)
    await confirmChange(old)
    expect(await confirmChange(fresh)).toEqual({ kind: 'over' })
    expect(await stage.memberNow(id)).toMatchObject({ email: oldEmail })
  })

  it('goes to no address of another organisation, to none at all, and not to the same one', async () => {
    const { ask, oldEmail } = await moving()
    for (const email of ['eve@elsewhere.example', 'no address', oldEmail]) {
      expect(await ask(email)).toMatchObject({ kind: 'faulty' })
    }
  })

  it('goes to no address that the organisation no longer has when both have said yes', async () => {
    const { id, oldEmail, by } = await moving()
    const [old, fresh] = [by('old'), by('new')]
    const domains = council.domains!
    const hasDomains = (of: string[]) =>
      stage.payload.update({
        collection: 'organisations',
        id: council.id,
        overrideAccess: true,
        data: { domains: of },
      })
    await confirmChange(old)

    await hasDomains(['renamed-council.example'])
    expect(await confirmChange(fresh)).toEqual({ kind: 'over' })
    await hasDomains(domains)

    expect(await readChange(old)).toEqual({ kind: 'over' })
    expect(await stage.memberNow(id)).toMatchObject({ email: oldEmail })
  })

  it('keeps open browsers open, and takes the Bulletin along', async () => {
    const { id, newEmail, by } = await moving()
    const { payload } = stage
    const { token } = await startSession({ payload, memberId: id, now })
    await setSubscription({
      payload,
      memberId: id,
      status: 'active',
      topicIds: [],
      madeThrough: 'account',
      wording: 'Send me the Bulletin.',
      now,
    })
    await confirmChange(by('old'))
    await confirmChange(by('new'))

    expect(await memberOfSession({ payload, token, now })).toMatchObject({ email: newEmail })
    expect(await readerOf({ payload, settings: stage.settings, now }, id)).toMatchObject({
      bar: null,
      member: { email: newEmail },
    })
  })

  it('leaves no link in the old mailbox that still signs in', async () => {
    const manager = await stage.member(council, 'the-manager', { isManager: true })
    const email = `invited@${domain()}`
    const words = { name: 'Invited', email }
    await inviteColleague({
      payload: stage.payload,
      manager: await stage.memberNow(manager.id),
      now,
      words,
    })
    await stage.deliver(now)
    const token = stage.linkTo(email, '/sign-in')
    const member = (await stage.membersOf(council)).find((one) => one.email === email)!
    const newEmail = `moved-on@${domain()}`
    const asking = await stage.memberNow(member.id)
    await askToChangeAddress({ payload: stage.payload, member: asking, email: newEmail, now })
    await stage.deliver(now)
    for (const [side, address] of [
      ['old', email],
      ['new', newEmail],
    ] as const) {
      const link = stage.linkTo(address, `/account/address/${side}`)
      await confirmChange({ payload: stage.payload, side, token: link, now })
    }

    expect(await stage.memberNow(member.id)).toMatchObject({ email: newEmail })
    expect(await redeemLink({ payload: stage.payload, token, now })).not.toMatchObject({
      kind: 'redeemed',
    })
  })
})
