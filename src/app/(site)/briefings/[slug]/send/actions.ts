'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { theAttempts } from '@/app/attempts'
import { deliverOwedMails } from '@/app/mail-desk'
import { thePayload } from '@/app/payload'
import { readBriefing } from '@/briefings/read-briefing'
import { normaliseEmail } from '@/lib/email-address'
import { waitSentence } from '@/lib/limit'
import { countSend, sendLimits } from '@/members/colleague/send-limits'
import { sendToColleague } from '@/members/colleague/send-to-colleague'
import { signedInMember } from '../../../account/signed-in-member'
import { type FormState, textOf } from '../../../form-state'

const limits = sendLimits(theAttempts)

/** Sends the briefing to one colleague. Whoever the address belongs to, the answer is the same. */
export async function sendBriefing(_before: FormState, form: FormData): Promise<FormState> {
  const slug = textOf(form, 'briefing').slice(0, 200)
  const here = `/briefings/${encodeURIComponent(slug)}/send`
  const viewer = await signedInMember(here)
  const [payload, now] = [await thePayload(), new Date()]
  const read = await readBriefing({ payload, slug, viewer, now })
  if (read.kind !== 'full') redirect(`/briefings/${encodeURIComponent(slug)}`)

  const values = { email: textOf(form, 'email').slice(0, 254) }
  const { id: memberId } = viewer.member
  const allowed = await countSend(limits, { memberId, email: values.email, now })
  if (allowed.kind === 'wait') return { faults: { form: waitSentence(allowed.minutes) }, values }
  if (allowed.kind === 'allowed') {
    const sending = { payload, member: viewer.member, briefingId: read.briefing.id, now }
    const answer = await sendToColleague({ ...sending, email: values.email })
    if (answer.kind === 'faulty') return { faults: { email: answer.fault }, values }
    after(deliverOwedMails)
  }
  return { faults: {}, values: {}, sentTo: normaliseEmail(values.email) }
}
