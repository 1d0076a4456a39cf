import type { Payload } from 'payload'
import type { Mailer, SendOutcome } from '@/mail/mailer'
import type { Enquiry } from '@/payload-types'
import { enquiryMail } from '@templates/mail/enquiry-mail'

export type EnquiryDesk = {
  readonly payload: Payload
  readonly mailer: Mailer
  /** Where enquiries are read. */
  readonly staffAddress: string
  readonly siteUrl: string
  readonly postalAddress: string
}

/**
 * Passes one kept enquiry on to staff by mail and notes when. If the server does not take it, the enquiry
 * stays as it is, to be passed on later. Repeating it gives the mail the same `Message-ID`.
 */
export async function mailEnquiry(
  desk: EnquiryDesk,
  enquiry: Enquiry,
  now: Date,
): Promise<SendOutcome> {
  const { payload, mailer, staffAddress, siteUrl, postalAddress } = desk
  const mail = await enquiryMail({
    kind: enquiry.kind,
    name: enquiry.name ?? '',
    email: enquiry.email ?? '',
    organisationName: enquiry.organisationName ?? '',
    message: enquiry.message ?? '',
    page: enquiry.page ?? '',
    adminUrl: `${siteUrl}/admin/collections/enquiries/${enquiry.id}`,
    siteUrl,
    postalAddress,
  })
  const outcome = await mailer.send({
    to: { address: staffAddress },
    ...mail,
    ...(enquiry.email ? { replyTo: enquiry.email } : {}),
    messageId: `enquiry-${enquiry.id}@${new URL(siteUrl).hostname}`,
  })
  if (outcome.state !== 'sent') {
    payload.logger.warn({ enquiry: enquiry.id, outcome }, 'An enquiry is kept, not yet mailed.')
    return outcome
  }
  await payload.db.updateOne({
    collection: 'enquiries',
    where: { id: { equals: enquiry.id } },
    data: { mailedAt: now.toISOString() },
    options: { atomic: true },
  })
  return outcome
}

const A_MINUTE = 60_000
const A_FEW = 20

/**
 * Passes on what could not be mailed when it was written, oldest first, until no server is reached. Safe to repeat.
 *
 * The last minute's are left to whoever is receiving them.
 */
export async function mailPendingEnquiries(
  desk: EnquiryDesk,
  now: Date,
): Promise<{ mailed: number }> {
  const { docs } = await desk.payload.find({
    collection: 'enquiries',
    overrideAccess: true,
    depth: 0,
    limit: A_FEW,
    pagination: false,
    sort: 'createdAt',
    where: {
      and: [
        { mailedAt: { exists: false } },
        { state: { not_equals: 'closed' } },
        { createdAt: { less_than: new Date(now.getTime() - A_MINUTE).toISOString() } },
      ],
    },
  })
  let mailed = 0
  for (const enquiry of docs) {
    const { state } = await mailEnquiry(desk, enquiry, now)
    if (state === 'unreached') break
    if (state === 'sent') mailed += 1
  }
  return { mailed }
}
