import type { Payload } from 'payload'
import { addressHash } from '@/lib/address-hash'
import { holdsAddress } from '@/lib/holds-address'
import { idOf } from '@/lib/ids'
import { hasDomainOf } from '@/lib/mail-domain'
import type { Member, Organisation } from '@/payload-types'
import { memberWith } from '../member-with'
import { isNotToBeMailed } from '../not-to-be-mailed'
import type { MemberRow, RowFault } from '../read-member-rows'
import { isInvitedEnough } from './invite-limits'

/**
 * Said alike of a member of another organisation and of whoever erased their account or wants no mail: which of them it
 * is, is no manager's to know.
 */
export const NOT_HERE = 'cannot be added here: please write to us'

const inSentence = `This address ${NOT_HERE}.`

const isBarred = (payload: Payload, email: string): Promise<boolean> =>
  isNotToBeMailed(payload, addressHash(payload.config.secret, email))

/** Why a manager cannot invite an address, in a sentence, or null. */
export async function whyNotInvite(
  payload: Payload,
  { organisation, email, now }: { organisation: Organisation; email: string; now: Date },
): Promise<string | null> {
  const before = await memberWith(payload, email)
  if (!before && (await isBarred(payload, email))) return inSentence
  const isHere = before && idOf(before.organisation) === organisation.id
  if (before && !before.leftAt) return isHere ? null : inSentence
  if (!(await isInvitedEnough(payload, email, now))) return null
  return isHere
    ? 'We have mailed this address twice today. Put them back below, or invite them tomorrow.'
    : inSentence
}

/** What there is against a line of a manager's list, beside what is against it in any list. */
export async function refuseLine(
  payload: Payload,
  organisation: Organisation,
  { line, email, name, jobTitle }: MemberRow,
  before: Member | null,
): Promise<RowFault | null> {
  if (holdsAddress(name)) {
    return { line, field: 'name', message: 'must not hold an address of the web or of e-mail' }
  }
  const isForeign = (organisation.domains ?? []).length > 0 && !hasDomainOf(email, organisation)
  if (isForeign) return null
  const isNotTheirs = before
    ? idOf(before.organisation) !== organisation.id
    : await isBarred(payload, email)
  if (isNotTheirs) return { line, field: 'email', message: NOT_HERE }
  const isChanged = before?.name !== name || (jobTitle && before.jobTitle !== jobTitle)
  return before?.isManager && isChanged
    ? { line, field: 'name', message: 'is a manager’s: they change it themselves' }
    : null
}
