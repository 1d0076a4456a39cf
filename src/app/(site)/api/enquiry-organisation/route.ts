import { after } from 'next/server'
import { deliverOwedMails } from '@/app/mail-desk'
import { answerMakeOrganisation } from '@/app/make-organisation'
import { thePayload } from '@/app/payload'
import { currentViewer } from '@/app/viewer'
import { settings } from '@/config/settings'

/** For the desk: makes an organisation of an enquiry to join. */
export async function POST(request: Request): Promise<Response> {
  return answerMakeOrganisation(request, {
    payload: await thePayload(),
    viewer: await currentViewer(),
    siteUrl: settings().siteUrl,
    afterAnswer: () => {
      after(deliverOwedMails)
    },
    now: new Date(),
  })
}
