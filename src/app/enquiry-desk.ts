import 'server-only'
import { settings } from '@/config/settings'
import type { EnquiryDesk } from '@/enquiries/mail-enquiry'
import { theMailer } from './mailer'
import { thePayload } from './payload'

/** Where enquiries are kept and whom they are mailed to, in this process. */
export async function theEnquiryDesk(): Promise<EnquiryDesk> {
  const { siteUrl, mail } = settings()
  return {
    payload: await thePayload(),
    mailer: theMailer(),
    staffAddress: mail.staff,
    siteUrl,
    postalAddress: mail.postalAddress,
  }
}
