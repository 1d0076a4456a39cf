import { renewalLetter } from '@templates/mail/account-letters'
import { membershipStatus } from '@/access/has-membership'
import type { Organisation } from '@/payload-types'
import type { Compose } from './mail-desk'
import { TO_STAFF } from './owe-mail'

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
  const status = membershipStatus(organisation, now)
  return renewalLetter({
    organisation: organisation.name,
    membershipTo: organisation.membershipTo,
    hasEnded: status === 'grace' || status === 'ended',
    link:
      mail.address === TO_STAFF
        ? `${siteUrl}/admin/collections/organisations/${organisation.id}`
        : `${siteUrl}/account/organisation`,
  })
}
