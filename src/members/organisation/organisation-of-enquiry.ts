import type { Payload } from 'payload'
import type { Actor } from '@/access/record/audit-entry'
import { idOf } from '@/lib/ids'
import { domainFault } from '@/lib/joining-domain'
import { domainOf } from '@/lib/mail-domain'
import { isTaken } from '@/lib/write-once'
import type { Enquiry, Member, Organisation } from '@/payload-types'
import { oweMail } from '../mails/owe-mail'
import { memberWith } from '../member-with'
import { takeSeat } from '../take-seat'

export type MembershipWish = {
  readonly kind: Organisation['kind']
  /** Days such as `2026-11-26`. Both count whole. */
  readonly from: string
  readonly to: string
  /** Null for any number. */
  readonly seats: number | null
  /** Whether colleagues may join by an address of the asker’s domain. Staff say so: the domain may be of many employers. */
  readonly colleaguesJoin: boolean
}

export type MadeOrganisation =
  | { readonly kind: 'made'; readonly organisationId: string }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'missing' }

const refused = (why: string): MadeOrganisation => ({ kind: 'refused', why })

/** The domain of an address by which colleagues may join, or none where it cannot stand for one organisation. */
export function joiningDomain(email: string): string | null {
  const domain = domainOf(email)
  return domainFault(domain) === null ? domain : null
}

type Asker = { readonly name: string; readonly email: string; readonly organisationName: string }

function askerOf({ kind, name, email, organisationName }: Enquiry): Asker | null {
  if (kind !== 'join' || !name || !email || !organisationName) return null
  return { name, email, organisationName }
}

async function holderOf(payload: Payload, domain: string | null): Promise<Organisation | null> {
  if (domain === null) return null
  const { docs } = await payload.find({
    collection: 'organisations',
    overrideAccess: true,
    depth: 0,
    limit: 0,
    pagination: false,
  })
  return docs.find(({ domains }) => domains?.includes(domain)) ?? null
}

async function madeOf(payload: Payload, enquiryId: string): Promise<Organisation | null> {
  const { docs } = await payload.find({
    collection: 'organisations',
    overrideAccess: true,
    depth: 0,
    limit: 1,
    pagination: false,
    where: { fromEnquiry: { equals: enquiryId } },
  })
  return docs[0] ?? null
}

/** Why there is nothing to make of it, in a sentence for staff, or null. */
function faultIn(wish: MembershipWish, holder: Organisation | null, member: Member | null) {
  if (wish.to < wish.from) return 'The membership would end before it begins.'
  if (member && !member.leftAt) return 'Who asks has an account already.'
  if (holder) return `${holder.name} has that domain already: who asks can join by the address.`
  return null
}

async function make(
  payload: Payload,
  enquiryId: string,
  { name, email, organisationName }: Asker,
  { kind, from, to, seats, colleaguesJoin }: MembershipWish,
  by: Actor,
): Promise<Organisation> {
  const domain = colleaguesJoin ? joiningDomain(email) : null
  try {
    return await payload.create({
      collection: 'organisations',
      overrideAccess: true,
      depth: 0,
      data: {
        name: organisationName,
        kind,
        domains: domain === null ? [] : [domain],
        membershipFrom: from,
        membershipTo: to,
        ...(seats === null ? {} : { seats }),
        contactName: name,
        contactEmail: email,
        fromEnquiry: enquiryId,
      },
      context: { actor: by },
    })
  } catch (fault) {
    const made = isTaken(fault) ? await madeOf(payload, enquiryId) : null
    if (made) return made
    throw fault
  }
}

async function inviteManager(
  payload: Payload,
  { id }: Organisation,
  { name, email }: Asker,
  by: Actor,
  now: Date,
): Promise<'invited' | 'elsewhere'> {
  const person = { name, email, isManager: true }
  const answer = await takeSeat({ payload, organisationId: id, person, by, now })
  if (answer.kind !== 'seated' && answer.kind !== 'known') return 'elsewhere'
  const { id: memberId, seatedAt } = answer.member
  const mail = { kind: 'invitation', subjectId: memberId, address: email } as const
  await oweMail(payload, { ...mail, occasion: seatedAt ?? '' }, now)
  return 'invited'
}

/**
 * Makes of an enquiry what it asks for: the organisation, with the domain of the asker’s address if staff say so and it
 * can stand for one; the asker as its first manager, with a mail that signs them in; and closes the enquiry, with a link to it.
 *
 * Safe to repeat, also after a crash at any line and from two desks at once: one enquiry makes one organisation and mails
 * one invitation. Once the enquiry names its organisation, nothing more is done.
 */
export async function organisationOfEnquiry({
  payload,
  enquiryId,
  wish,
  by,
  now,
}: {
  payload: Payload
  enquiryId: string
  wish: MembershipWish
  /** Who makes it, for the record. */
  by: Actor
  now: Date
}): Promise<MadeOrganisation> {
  const enquiry = await payload.findByID({
    collection: 'enquiries',
    id: enquiryId,
    overrideAccess: true,
    depth: 0,
    disableErrors: true,
  })
  if (!enquiry) return { kind: 'missing' }
  if (enquiry.organisation) return { kind: 'made', organisationId: idOf(enquiry.organisation) }
  const asker = askerOf(enquiry)
  if (!asker) return refused('Only an enquiry to join becomes an organisation.')

  const holder = await holderOf(payload, joiningDomain(asker.email))
  const fault = faultIn(wish, holder, await memberWith(payload, asker.email))
  // Made before, or by another desk in the meantime: then the domain and the account are its own.
  const before = await madeOf(payload, enquiryId)
  if (fault && !before) return refused(fault)
  const organisation = before ?? (await make(payload, enquiryId, asker, wish, by))
  if ((await inviteManager(payload, organisation, asker, by, now)) === 'elsewhere') {
    return refused('The organisation is made, but who asks is a member of another.')
  }
  await payload.update({
    collection: 'enquiries',
    id: enquiryId,
    overrideAccess: true,
    depth: 0,
    data: { organisation: organisation.id, state: 'closed' },
  })
  return { kind: 'made', organisationId: organisation.id }
}
