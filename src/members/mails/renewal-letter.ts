import { renewalForStaffLetter, renewalLetter, type Renewal } from '@templates/mail/renewal-letters'
import { lastDayOfGrace, membershipStatus } from '@/access/has-membership'
import type { Organisation } from '@/payload-types'
import { managersOf } from '../organisation/managers-of'
import type { Compose } from './mail-desk'
import { TO_STAFF } from './owe-mail'

function renewalOf(organisation: Organisation, now: Date): Omit<Renewal, 'link'> {
  const status = membershipStatus(organisation, now)
  return {
    organisation: organisation.name,
    membershipTo: organisation.membershipTo,
    graceUntil: organisation.graceDays ? lastDayOfGrace(organisation) : null,
    stage: status === 'grace' || status === 'ended' ? status : 'before',
  }
}

const contactOf = ({ contactName, contactEmail }: Organisation): string =>
  contactName && contactEmail
    ? `${contactName} (${contactEmail})`
    : (contactName ?? contactEmail ?? '')

/** Dropped where the membership has been renewed since it was owed. */
export const renewal: Compose = async ({ payload, siteUrl }, mail, now) => {
  const organisation: Organisation | null = await payload.findByID({
    collection: 'organisations',
    id: mail.subjectId,
    overrideAccess: true,
    depth: 0,
    disableErrors: true,
  })
  if (!organisation || !mail.key.includes(organisation.membershipTo)) return null
  const said = renewalOf(organisation, now)
  if (mail.address !== TO_STAFF) {
    return renewalLetter({ ...said, link: `${siteUrl}/account/organisation` })
  }
  return renewalForStaffLetter({
    ...said,
    link: `${siteUrl}/admin/collections/organisations/${organisation.id}`,
    contact: contactOf(organisation),
    managers: (await managersOf(payload, organisation.id)).length,
  })
}
