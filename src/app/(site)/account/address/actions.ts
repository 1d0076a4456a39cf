'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { theAttempts } from '@/app/attempts'
import { deliverOwedMails } from '@/app/mail-desk'
import { thePayload } from '@/app/payload'
import { limitOf, waitSentence } from '@/lib/limit'
import {
  askToChangeAddress,
  confirmChange,
  type Side,
  stopChange,
} from '@/members/address/change-address'
import { takeChangeBack } from '@/members/address/pending-change'
import { type FormState, textOf } from '../../form-state'
import { signedInMember } from '../signed-in-member'

const asksOf = limitOf(5, 60, { name: 'new addresses asked by', store: theAttempts })

export async function askForAddress(_before: FormState, form: FormData): Promise<FormState> {
  const { member } = await signedInMember('/account/address')
  const email = textOf(form, 'email').slice(0, 254)
  const now = new Date()
  const allowed = await asksOf(member.id, now)
  if (allowed.kind === 'wait') {
    return { faults: { form: waitSentence(allowed.minutes) }, values: { email } }
  }
  const answer = await askToChangeAddress({ payload: await thePayload(), member, email, now })
  if (answer.kind === 'faulty') return { faults: { email: answer.fault }, values: { email } }
  after(deliverOwedMails)
  redirect('/account/address?sent=yes')
}

/** The button beside a change that is under way. */
export async function takeBack(): Promise<void> {
  const { member } = await signedInMember('/account/address')
  await takeChangeBack({ payload: await thePayload(), memberId: member.id })
  redirect('/account/address?stopped=yes')
}

const sideOf = (form: FormData): Side => (textOf(form, 'side') === 'old' ? 'old' : 'new')

/** Either button of the page a mail leads to. Signs nobody in. */
export async function answerChange(form: FormData): Promise<void> {
  const token = textOf(form, 'token').slice(0, 200)
  const side = sideOf(form)
  const by = { payload: await thePayload(), side, token, now: new Date() }
  if (form.get('act') === 'stop') await stopChange(by)
  else await confirmChange(by)
  after(deliverOwedMails)
  redirect(`/account/address/${side}/${encodeURIComponent(token)}`)
}
