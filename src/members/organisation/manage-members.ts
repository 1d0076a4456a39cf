import type { Payload } from 'payload'
import { isMembershipRunning } from '@/access/has-membership'
import type { Actor } from '@/access/record/audit-entry'
import { isEmailAddress, normaliseEmail } from '@/lib/email-address'
import { holdsAddress } from '@/lib/holds-address'
import { idOf } from '@/lib/ids'
import { hasDomainOf } from '@/lib/mail-domain'
import { oneLine } from '@/lib/one-line'
import type { Member, Organisation } from '@/payload-types'
import { seatTheWaiting } from '../joining/seat-the-waiting'
import { oweMail } from '../mails/owe-mail'
import { memberById } from '../member-with'
import { takeSeat } from '../take-seat'
import { comeBack, leave } from './leave'
import { NOT_HERE, whyNotInvite } from './whom-to-refuse'

export type ByManager = {
  readonly payload: Payload
  /** Read afresh, with the organisation. */
  readonly manager: Member
  readonly now: Date
}

export const asActor = ({ id }: Member): Actor => ({ kind: 'member', id })

/** The organisation somebody manages, or null for whoever manages none. */
export function ownOrganisation({ manager }: Pick<ByManager, 'manager'>): Organisation | null {
  const { isManager, leftAt, organisation } = manager
  return isManager && !leftAt && typeof organisation === 'object' ? organisation : null
}

export type InviteWords = { readonly name: string; readonly email: string }

export type InviteAnswer =
  | { readonly kind: 'invited'; readonly name: string }
  | {
      readonly kind: 'faulty'
      readonly faults: Partial<Record<keyof InviteWords | 'form', string>>
    }

const refused = (faults: Partial<Record<keyof InviteWords | 'form', string>>): InviteAnswer => ({
  kind: 'faulty',
  faults,
})

function addressFault(email: string, organisation: Organisation): string | null {
  if (!isEmailAddress(email)) return 'Give an e-mail address, such as name@example.gov.uk.'
  const domains = organisation.domains ?? []
  if (domains.length === 0 || hasDomainOf(email, organisation)) return null
  return `You can invite addresses that end in ${domains.join(' or ')}. For another, please write to us.`
}

function faultsOf({ name, email }: InviteWords, organisation: Organisation) {
  const address = addressFault(email, organisation)
  return {
    ...(name === '' ? { name: 'Give their name.' } : {}),
    ...(name.length > 120
      ? { name: 'That is too long: 120 characters are the most we can keep.' }
      : {}),
    ...(holdsAddress(name)
      ? { name: 'Give the name alone, without an address of the web or of e-mail.' }
      : {}),
    ...(address ? { email: address } : {}),
  }
}

/**
 * Gives a colleague a seat of the manager's organisation and mails them how to sign in. Subscribes them to nothing.
 *
 * Safe to repeat: somebody who is a member already is told of as such, and not mailed again.
 */
export async function inviteColleague({
  payload,
  manager,
  now,
  words,
}: ByManager & { readonly words: InviteWords }): Promise<InviteAnswer> {
  const organisation = ownOrganisation({ manager })
  if (!organisation) return refused({ form: 'Only a manager can invite.' })
  if (!isMembershipRunning(organisation, now)) {
    return refused({ form: 'The membership is not running, so nobody can join by it now.' })
  }
  const person = { name: oneLine(words.name), email: normaliseEmail(words.email) }
  const faults = faultsOf(person, organisation)
  if (Object.keys(faults).length > 0) return refused(faults)
  const why = await whyNotInvite(payload, { organisation, email: person.email, now })
  if (why) return refused({ email: why })

  const answer = await takeSeat({
    payload,
    organisationId: organisation.id,
    person,
    by: asActor(manager),
    now,
  })
  switch (answer.kind) {
    case 'full':
      return refused({ form: 'All seats are taken. Remove somebody first, or ask us for more.' })
    case 'known':
      return refused({ email: 'They are a member already, and can sign in with this address.' })
    case 'elsewhere':
      return refused({ email: `This address ${NOT_HERE}.` })
    case 'seated': {
      const { id, seatedAt } = answer.member
      const occasion = seatedAt ?? ''
      const mail = { kind: 'invitation', subjectId: id, address: person.email, occasion } as const
      await oweMail(payload, mail, now)
      return { kind: 'invited', name: person.name }
    }
  }
}

async function colleague({ payload, manager }: ByManager, memberId: string) {
  const organisation = ownOrganisation({ manager })
  const member = await memberById(payload, memberId)
  const isTheirs = organisation && member && idOf(member.organisation) === organisation.id
  return isTheirs ? { organisation, member } : null
}

/**
 * Ends a colleague's access at once, and gives the seat to whoever waits for one. Managers look after each other
 * through staff: none of them can be removed here, so that an organisation is not left without. While the membership is
 * not running, nobody is removed or put back.
 */
export async function removeColleague(
  by: ByManager,
  memberId: string,
): Promise<'removed' | 'not-yours' | 'not-running'> {
  const found = await colleague(by, memberId)
  if (!found || found.member.isManager) return 'not-yours'
  const { payload, manager, now } = by
  if (!isMembershipRunning(found.organisation, now)) return 'not-running'
  await leave({ payload, memberId, because: 'removed', by: asActor(manager), now })
  await seatTheWaiting(payload, now, found.organisation.id)
  return 'removed'
}

/** Takes a removal back, while a seat is free. Safe to repeat. */
export async function putColleagueBack(
  by: ByManager,
  memberId: string,
): Promise<'back' | 'full' | 'not-yours' | 'not-running'> {
  const found = await colleague(by, memberId)
  if (!found) return 'not-yours'
  if (!isMembershipRunning(found.organisation, by.now)) return 'not-running'
  const answer = await comeBack({
    payload: by.payload,
    member: found.member,
    by: asActor(by.manager),
    now: by.now,
  })
  return answer === 'elsewhere' ? 'not-yours' : answer
}
