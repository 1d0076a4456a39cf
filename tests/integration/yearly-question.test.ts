import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askForAddresses, confirmAddress, readAddressLink } from '@/members/address/confirm-yearly'
import { startSession } from '@/members/sessions'
import type { Member } from '@/payload-types'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const DAY = 24 * 60 * 60 * 1000
// Rows are made by the database's own clock.
const inDays = (days: number) => new Date(Date.now() + days * DAY)

let stage: OrganisationStage
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())

const read = (id: string): Promise<Member> =>
  stage.payload.findByID({ collection: 'members', id, overrideAccess: true, depth: 1 })

describe('the yearly question', () => {
  const ask = async (at: Date) => {
    await askForAddresses(stage.payload, at)
    await stage.deliver(at)
  }

  it('goes out once, once more a week before the end, and silence ends the access', async () => {
    const council = await stage.organisation()
    const silent = await stage.member(council, 'silent')
    const fresh = await stage.member(council, 'fresh')
    const year = inDays(340)
    await startSession({ payload: stage.payload, memberId: fresh.id, now: inDays(100) })

    for (const at of [inDays(300), year, year, inDays(350)]) await ask(at)
    expect(stage.mailsTo(silent.email)).toHaveLength(1)
    for (const at of [inDays(364), inDays(365)]) await ask(at)
    expect(stage.mailsTo(silent.email)).toHaveLength(2)
    expect((await read(silent.id)).leftAt ?? null).toBeNull()

    await ask(inDays(371))
    expect(await read(silent.id)).toMatchObject({ leftBecause: 'not-confirmed' })
    expect(stage.mailsTo(silent.email).at(-1)?.parsed.subject).toBe(
      'Your access to Signpost has ended',
    )
    expect(stage.mailsTo(fresh.email)).toEqual([])
    expect((await stage.membersOf(council)).map(({ name }) => name)).toEqual(['fresh'])

    const token = stage.linkTo(silent.email, '/account/confirm')
    const at = inDays(375)
    expect(await readAddressLink({ payload: stage.payload, token, now: at })).toMatchObject({
      kind: 'open',
      hasLeft: true,
    })
    expect(await confirmAddress({ payload: stage.payload, token, now: at })).toBe('confirmed')
    expect((await stage.membersOf(council)).map(({ name }) => name)).toEqual(['fresh', 'silent'])
  })

  it('is answered by a press, not by a look, and not by the link of an old address', async () => {
    const council = await stage.organisation()
    const member = await stage.member(council, 'asked')
    await ask(inDays(340))
    const token = stage.linkTo(member.email, '/account/confirm')
    const by = { payload: stage.payload, token, now: inDays(341) }

    await readAddressLink(by)
    expect((await read(member.id)).addressConfirmedAt ?? null).toBeNull()
    expect(await confirmAddress(by)).toBe('confirmed')
    await ask(inDays(400))
    expect(stage.mailsTo(member.email)).toHaveLength(1)

    await stage.payload.update({
      collection: 'members',
      id: member.id,
      overrideAccess: true,
      data: { email: `moved@${council.domains![0]!}` },
    })
    expect(await confirmAddress(by)).toBe('nothing-done')
  })

  it('ends nobody’s access while the mail server is away', async () => {
    const council = await stage.organisation()
    const member = await stage.member(council, 'unasked')

    await askForAddresses(stage.payload, inDays(340))
    await askForAddresses(stage.payload, inDays(400))

    expect((await read(member.id)).leftAt ?? null).toBeNull()
  })
})
