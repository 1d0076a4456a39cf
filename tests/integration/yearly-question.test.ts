import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askForAddresses, confirmAddress, readAddressLink } from '@/members/address/confirm-yearly'
import { deliverMails } from '@/members/mails/deliver-mails'
import { smtpMailer } from '@/mail/adapters/smtp'
import { startSession } from '@/members/sessions'
import { toLongDate } from '@/lib/london-time'
import { freePort } from '../support/free-port'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const DAY = 24 * 60 * 60 * 1000
// Rows are made by the database's own clock.
const inDays = (days: number) => new Date(Date.now() + days * DAY)

let stage: OrganisationStage
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())

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
    const [first, second] = stage.mailsTo(silent.email).map(({ parsed }) => parsed.text ?? '')
    const day = `Your access ends on ${toLongDate(new Date(year.getTime() + 30 * DAY))}`
    expect(first).toContain(day)
    expect(second).toContain(day)
    expect((await stage.memberNow(silent.id)).leftAt ?? null).toBeNull()

    await ask(inDays(371))
    expect(await stage.memberNow(silent.id)).toMatchObject({ leftBecause: 'not-confirmed' })
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
    expect((await stage.memberNow(member.id)).addressConfirmedAt ?? null).toBeNull()
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

    expect((await stage.memberNow(member.id)).leftAt ?? null).toBeNull()
  })

  it('is asked anew of whom it did not reach while the mail server was away for four days', async () => {
    const council = await stage.organisation()
    const member = await stage.member(council, 'far')
    const nowhere = smtpMailer({
      url: `smtp://127.0.0.1:${await freePort()}`,
      from: stage.settings.mail.from,
    })
    const away = { ...stage.desk, mailer: nowhere }
    const year = 340
    for (let hours = 0; hours <= 96; hours += 12) {
      const at = inDays(year + hours / 24)
      await askForAddresses(stage.payload, at)
      await deliverMails(away, at)
    }
    await nowhere.close()

    for (let day = year + 5; day <= year + 31; day += 1) await ask(inDays(day))
    expect((await stage.memberNow(member.id)).leftAt ?? null).toBeNull()
    expect(stage.mailsTo(member.email)).toHaveLength(2)

    for (let day = year + 32; day <= year + 40; day += 1) await ask(inDays(day))
    expect(await stage.memberNow(member.id)).toMatchObject({ leftBecause: 'not-confirmed' })
  })
})
