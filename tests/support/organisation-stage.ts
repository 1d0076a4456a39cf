import { askedLink } from '@/bulletin/asked-link'
import { confirmJoin } from '@/members/joining/confirm-join'
import { askToJoin } from '@/members/joining/ask-to-join'
import { settleJoinRequests } from '@/members/joining/settle-join-requests'
import { deliverMails } from '@/members/mails/deliver-mails'
import type { MailDesk } from '@/members/mails/mail-desk'
import { smtpMailer } from '@/mail/adapters/smtp'
import type { JoinRequest, Member, Organisation } from '@/payload-types'
import { openSmtpSink } from './smtp-sink'
import { openTestPayload } from './test-payload'

export type OrganisationStage = Awaited<ReturnType<typeof openOrganisationStage>>

let made = 0

/** A whole Signpost with a mail server, for organisations and whoever joins and leaves them. */
export async function openOrganisationStage() {
  const test = await openTestPayload()
  const { payload, settings } = test
  const sink = await openSmtpSink()
  const mailer = smtpMailer({ url: sink.url, from: settings.mail.from })
  const desk: MailDesk = {
    payload,
    mailer,
    siteUrl: settings.siteUrl,
    postalAddress: '1 Example Street',
    staffAddress: 'officers@signpost.example',
    replyTo: 'officers@signpost.example',
    bulletinLinkFor: (memberId, now) => askedLink(payload, settings, memberId, now),
  }

  const organisation = (wish: Partial<Organisation> = {}): Promise<Organisation> => {
    made += 1
    return payload.create({
      collection: 'organisations',
      overrideAccess: true,
      data: {
        name: `Council ${made}`,
        kind: 'council',
        domains: [`council-${made}.example`],
        membershipFrom: '2020-01-01',
        membershipTo: '2099-12-31',
        ...wish,
      },
    })
  }

  const member = (of: Organisation, name: string, wish: Partial<Member> = {}): Promise<Member> =>
    payload.create({
      collection: 'members',
      overrideAccess: true,
      depth: 0,
      data: {
        email: `${name}@${of.domains?.[0] ?? 'example.org'}`,
        name,
        organisation: of.id,
        ...wish,
      },
    })

  const membersOf = async ({ id }: Organisation): Promise<Member[]> => {
    const { docs } = await payload.find({
      collection: 'members',
      overrideAccess: true,
      depth: 0,
      limit: 0,
      pagination: false,
      sort: 'email',
      where: { and: [{ organisation: { equals: id } }, { leftAt: { exists: false } }] },
    })
    return docs
  }

  /** A member as the database has them by now, with their organisation. */
  const memberNow = (id: string): Promise<Member> =>
    payload.findByID({ collection: 'members', id, overrideAccess: true, depth: 1 })

  const requestsOf = async (email: string): Promise<JoinRequest[]> => {
    const { docs } = await payload.find({
      collection: 'join-requests',
      overrideAccess: true,
      depth: 0,
      where: { email: { equals: email } },
    })
    return docs
  }

  const mailsTo = (email: string) => sink.accepted.filter(({ to }) => to === email)

  /** The last path of a kind mailed to an address: `/join/confirm/…`. */
  const linkTo = (email: string, path: string): string => {
    const text = mailsTo(email).at(-1)?.parsed.text ?? ''
    return new RegExp(`${path}/([\\w-]+)`).exec(text)?.[1] ?? ''
  }

  /** Asks to join as the page does, and reads the mail. @returns the token of the link in it. */
  async function ask(email: string, now: Date, name = 'Somebody'): Promise<string> {
    await askToJoin({ payload, words: { name, email }, now })
    await settleJoinRequests(payload, now)
    await deliverMails(desk, now)
    return linkTo(email.trim().toLowerCase(), '/join/confirm')
  }

  return {
    ...test,
    desk,
    sink,
    organisation,
    member,
    membersOf,
    memberNow,
    requestsOf,
    mailsTo,
    linkTo,
    ask,
    confirm: (token: string, now: Date) => confirmJoin({ payload, token, now }),
    deliver: (now: Date) => deliverMails(desk, now),
    close: async () => {
      await mailer.close()
      await sink.close()
      await test.close()
    },
  }
}
