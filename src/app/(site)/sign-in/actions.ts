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
import { noteLinkOf } from '@/members/wrong-codes'
import { type FormState, textOf } from '../form-state'
import { forgetAsk, rememberAsk, theAsk } from './asked-address'

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
    isMailed: allowed.isMailed,
    now,
  })
  if (answer.kind === 'malformed') {
    const fault = 'Give your e-mail address, such as name@example.gov.uk.'
    return { faults: { email: fault }, values: { email } }
  }
  await rememberAsk({ email: normaliseEmail(email), ask: answer.ask })
  redirect(`/sign-in?step=code&next=${encodeURIComponent(next)}`)
}

const CODE_FAULTS = {
  malformed: 'The code is the six digits in the mail we sent.',
  wrong:
    'That is not the code of the mail you last asked for here. Look again, or use the link in the mail.',
  over: 'That code has run out, was used already or was tried too often. Use the link in the mail, or ask for a new code.',
  'link-only':
    'Use the link in the mail instead. Too many wrong codes were typed for this address today.',
}

export async function enterCode(_before: FormState, form: FormData): Promise<FormState> {
  const code = textOf(form, 'code').slice(0, 20)
  const now = new Date()
  const asked = await theAsk()
  if (!asked) return { faults: { code: CODE_FAULTS.over }, values: { code } }
  const from = await theClientAddress()
  const allowed = await limits.triesFrom(from, now)
  if (allowed.kind === 'wait') {
    return { faults: { form: waitSentence(allowed.minutes) }, values: { code } }
  }
  const { wrongCodes } = limits
  const payload = await thePayload()
  const answer = await redeemCode({ payload, wrongCodes, ...asked, code, from, now })
  if (answer.kind !== 'redeemed') {
    return { faults: { code: CODE_FAULTS[answer.kind] }, values: { code } }
  }
  await signInBrowser(answer.memberId, now)
  await forgetAsk()
  redirect(nextOf(form))
}

/** The button of the page a link leads to. Back to that page when the link is no longer good: it says why. */
export async function pressLink(form: FormData): Promise<void> {
  const token = textOf(form, 'token').slice(0, 100)
  const now = new Date()
  const payload = await thePayload()
  const answer = await redeemLink({ payload, token, now })
  if (answer.kind !== 'redeemed') redirect(`/sign-in/${encodeURIComponent(token)}`)
  const { memberId } = answer
  const from = await theClientAddress()
  await noteLinkOf({ payload, wrongCodes: limits.wrongCodes, memberId, from, now })
  await signInBrowser(memberId, now)
  await forgetAsk()
  redirect(nextOf(form))
}
