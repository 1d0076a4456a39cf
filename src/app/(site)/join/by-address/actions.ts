'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { theAttempts } from '@/app/attempts'
import { theClientAddress } from '@/app/client'
import { theMailDesk } from '@/app/mail-desk'
import { signInBrowser } from '@/app/member-browser'
import { thePayload } from '@/app/payload'
import { limitOf, waitSentence } from '@/lib/limit'
import { normaliseEmail } from '@/lib/email-address'
import { askToJoin } from '@/members/joining/ask-to-join'
import { confirmJoin } from '@/members/joining/confirm-join'
import { tendAccounts } from '@/members/tend-accounts'
import { type FormState, textOf } from '../../form-state'

const asksFrom = limitOf(10, 15, { name: 'joining asks from', store: theAttempts })
const asksFor = limitOf(3, 60, { name: 'joining asks for', store: theAttempts })

async function countAsk(email: string, now: Date) {
  const answer = await asksFrom(await theClientAddress(), now)
  return answer.kind === 'wait' ? answer : asksFor(normaliseEmail(email), now)
}

/** Work that the answer must not wait for, nor tell of by how long it takes. */
const tendAfterwards = () => after(async () => tendAccounts(await theMailDesk(), new Date()))

export async function askByAddress(_before: FormState, form: FormData): Promise<FormState> {
  const words = { name: textOf(form, 'name'), email: textOf(form, 'email').slice(0, 254) }
  const now = new Date()
  const allowed = await countAsk(words.email, now)
  if (allowed.kind === 'wait') {
    return { faults: { form: waitSentence(allowed.minutes) }, values: words }
  }
  const answer = await askToJoin({ payload: await thePayload(), words, now })
  if (answer.kind === 'faulty') return { faults: answer.faults, values: words }
  tendAfterwards()
  return { faults: {}, values: {}, sentTo: normaliseEmail(words.email) }
}

/** The button of a confirmation. Signs in whoever joins by it; everybody else is told on the page what holds. */
export async function pressJoin(form: FormData): Promise<void> {
  const token = textOf(form, 'token').slice(0, 200)
  const now = new Date()
  const answer = await confirmJoin({ payload: await thePayload(), token, now })
  tendAfterwards()
  if (answer.kind !== 'joined') redirect(`/join/confirm/${encodeURIComponent(token)}`)
  await signInBrowser(answer.memberId, now)
  redirect('/account?joined=yes')
}
