'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { theAttempts } from '@/app/attempts'
import { theClientAddress } from '@/app/client'
import { theMailer } from '@/app/mailer'
import { signInBrowser } from '@/app/member-browser'
import { thePayload } from '@/app/payload'
import { settings } from '@/config/settings'
import { normaliseEmail } from '@/lib/email-address'
import { waitSentence } from '@/lib/limit'
import { safePath } from '@/lib/safe-path'
import { redeemCode, redeemLink } from '@/members/redeem-sign-in'
import { requestSignIn } from '@/members/request-sign-in'
import { countAsk, signInLimits } from '@/members/sign-in-limits'
import { type FormState, textOf } from '../form-state'
import { askedAddress, forgetAddress, rememberAddress } from './asked-address'

const limits = signInLimits(theAttempts)

const nextOf = (form: FormData): string => safePath(form.get('next'), '/account')

export async function askForCode(_before: FormState, form: FormData): Promise<FormState> {
  const email = textOf(form, 'email').slice(0, 254)
  const next = nextOf(form)
  const now = new Date()
  const allowed = await countAsk(limits, { from: await theClientAddress(), email, now })
  if (allowed.kind === 'wait') {
    return { faults: { form: waitSentence(allowed.minutes) }, values: { email } }
  }
  const answer = await requestSignIn({
    payload: await thePayload(),
    mailer: theMailer(),
    afterAnswer: after,
    email,
    next,
    siteUrl: settings().siteUrl,
    postalAddress: settings().mail.postalAddress,
    now,
  })
  if (answer.kind === 'malformed') {
    const fault = 'Give your e-mail address, such as name@example.gov.uk.'
    return { faults: { email: fault }, values: { email } }
  }
  await rememberAddress(normaliseEmail(email))
  redirect(`/sign-in?step=code&next=${encodeURIComponent(next)}`)
}

const CODE_FAULTS = {
  malformed: 'The code is the six digits in the mail we sent.',
  wrong: 'That is not the code in our latest mail to you. Please look again.',
  over: 'That code has run out, was used already or was tried too often. Please ask for a new one.',
}

export async function enterCode(_before: FormState, form: FormData): Promise<FormState> {
  const code = textOf(form, 'code').slice(0, 20)
  const now = new Date()
  const email = await askedAddress()
  if (!email) return { faults: { code: CODE_FAULTS.over }, values: { code } }
  const allowed = await limits.triesFrom(await theClientAddress(), now)
  if (allowed.kind === 'wait') {
    return { faults: { form: waitSentence(allowed.minutes) }, values: { code } }
  }
  const answer = await redeemCode({ payload: await thePayload(), email, code, now })
  if (answer.kind !== 'redeemed') {
    return { faults: { code: CODE_FAULTS[answer.kind] }, values: { code } }
  }
  await signInBrowser(answer.memberId, now)
  await forgetAddress()
  redirect(nextOf(form))
}

/** The button of the page a link leads to. Back to that page when the link is no longer good: it says why. */
export async function pressLink(form: FormData): Promise<void> {
  const token = textOf(form, 'token').slice(0, 100)
  const now = new Date()
  const answer = await redeemLink({ payload: await thePayload(), token, now })
  if (answer.kind !== 'redeemed') redirect(`/sign-in/${encodeURIComponent(token)}`)
  await signInBrowser(answer.memberId, now)
  await forgetAddress()
  redirect(nextOf(form))
}
