'use server'

import { redirect } from 'next/navigation'
import { thePayload } from '@/app/payload'
import { confirmAddress } from '@/members/address/confirm-yearly'
import { textOf } from '../../../form-state'

/** The button of the yearly question. Signs nobody in. */
export async function pressConfirm(form: FormData): Promise<void> {
  const token = textOf(form, 'token').slice(0, 200)
  const answer = await confirmAddress({ payload: await thePayload(), token, now: new Date() })
  const said = answer === 'nothing-done' ? '' : `?said=${answer}`
  redirect(`/account/confirm/${encodeURIComponent(token)}${said}`)
}
