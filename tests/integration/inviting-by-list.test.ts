import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { theService } from '@/access/record/audit-entry'
import { readConfirmation } from '@/bulletin/confirm-subscription'
import { smtpMailer } from '@/mail/adapters/smtp'
import { importMembers } from '@/members/import-members'
import { deliverMails } from '@/members/mails/deliver-mails'
import { eraseAccount } from '@/members/erase-account'
import { inviteColleague } from '@/members/organisation/manage-members'
import { readMemberRows } from '@/members/read-member-rows'
import type { Organisation } from '@/payload-types'
import { inviteWith } from '../../scripts/import/invite-with'
import { subscribeWith } from '../../scripts/import/subscribe-with'
import { freePort } from '../support/free-port'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

const now = new Date()
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

let stage: OrganisationStage
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())

/** The list as `npm run import -- members … --invite` brings it. @returns those who must not be mailed. */
async function bring(organisation: Organisation, emails: readonly string[]): Promise<string[]> {
  const { payload } = stage
  const barred: string[] = []
  await importMembers({
    payload,
    rows: readMemberRows(`email,name\n${emails.map((email) => `${email},New`).join('\n')}\n`, now)
      .rows,
    organisationId: organisation.id,
    isDryRun: false,
    subscribe: subscribeWith(payload),
    invite: async (member, topicIds, asks) => {
      if (!(await inviteWith(payload)(member, topicIds, asks))) barred.push(member.email)
    },
    onProgress: () => undefined,
    by: theService,
    now,
  })
  return barred
}

describe('the invitation of somebody on a list', () => {
  it('waits for a mail server that is away, and comes once however often the list is brought', async () => {
    const council = await stage.organisation()
    const email = `listed@${council.domains![0]!}`
    const mailer = smtpMailer({
      url: `smtp://127.0.0.1:${await freePort()}`,
      from: stage.settings.mail.from,
    })
    await bring(council, [email])
    await deliverMails({ ...stage.desk, mailer }, inMinutes(1))
    await mailer.close()
    expect(stage.mailsTo(email)).toEqual([])

    await stage.deliver(inMinutes(10))
    await bring(council, [email])
    await stage.deliver(inMinutes(20))
    expect(stage.mailsTo(email).map(({ parsed }) => parsed.subject)).toEqual([
      'Your membership of Signpost',
    ])
    expect(stage.linkTo(email, '/sign-in')).toMatch(/^[\w-]{40,}$/)
  })

  it('asks whether they would like the Bulletin, which that of a manager does not', async () => {
    const council = await stage.organisation()
    const at = (name: string) => `${name}@${council.domains![0]!}`
    await bring(council, [at('asked')])
    const { id } = await stage.member(council, 'manager', { isManager: true })
    const { payload, settings } = stage
    const manager = await payload.findByID({
      collection: 'members',
      id,
      overrideAccess: true,
      depth: 1,
    })
    const words = { name: 'Invited', email: at('invited') }
    await inviteColleague({ payload, manager, now, words })
    await stage.deliver(inMinutes(1))

    const token = stage.linkTo(at('asked'), '/bulletin/confirm')
    expect(
      await readConfirmation({ payload, secret: settings.secret, token, now: inMinutes(2) }),
    ).toMatchObject({ kind: 'open' })
    expect(stage.mailsTo(at('invited'))).toHaveLength(1)
    expect(stage.linkTo(at('invited'), '/bulletin/confirm')).toBe('')
  })

  it('goes to nobody who had themselves erased', async () => {
    const council = await stage.organisation()
    const erased = await stage.member(council, 'erased')
    await eraseAccount({ payload: stage.payload, member: erased })

    expect(await bring(council, [erased.email])).toEqual([erased.email])
    await stage.deliver(inMinutes(1))
    expect(stage.mailsTo(erased.email)).toEqual([])
  })
})
