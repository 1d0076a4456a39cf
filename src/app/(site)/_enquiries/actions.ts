'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { theAttempts } from '@/app/attempts'
import { theClientAddress } from '@/app/client'
import { theEnquiryDesk } from '@/app/enquiry-desk'
import { HONEYPOT_FIELD } from '@/components/form'
import type { EnquiryKind } from '@/enquiries/check-enquiry'
import { receiveEnquiry } from '@/enquiries/receive-enquiry'
import { limitOf, waitSentence } from '@/lib/limit'
import { type FormState, textOf } from '../form-state'

const enquiriesFrom = limitOf(10, 15, { name: 'enquiries from', store: theAttempts })

const PAGES: Record<EnquiryKind, string> = {
  join: '/join',
  contact: '/contact',
  error: '/report-error',
}

const kindOf = (form: FormData): EnquiryKind => {
  const kind = textOf(form, 'kind')
  return kind === 'join' || kind === 'error' ? kind : 'contact'
}

/** Takes any of the three forms. What was typed comes back with what is to be mended, or with a request to wait. */
export async function sendEnquiry(_before: FormState, form: FormData): Promise<FormState> {
  const words = {
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    organisationName: textOf(form, 'organisationName'),
    message: textOf(form, 'message'),
  }
  const now = new Date()
  const allowed = await enquiriesFrom(await theClientAddress(), now)
  if (allowed.kind === 'wait') {
    return { faults: { form: waitSentence(allowed.minutes) }, values: words }
  }
  const kind = kindOf(form)
  const answer = await receiveEnquiry({
    ...(await theEnquiryDesk()),
    kind,
    words,
    page: textOf(form, 'page'),
    trap: textOf(form, HONEYPOT_FIELD),
    afterAnswer: after,
    now,
  })
  if (answer.kind === 'faulty') return { faults: answer.faults, values: words }
  redirect(`${PAGES[kind]}?sent=yes`)
}
