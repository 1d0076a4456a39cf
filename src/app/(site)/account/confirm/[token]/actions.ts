'use server'

import { redirect } from 'next/navigation'
import { thePayload } from '@/app/payload'
import { confirmAddress, readAddressLink } from '@/members/address/confirm-yearly'
import { textOf } from '../../../form-state'

/** The button of the yearly question. Signs nobody in. */
export async function pressConfirm(form: FormData): Promise<void> {
  const token = textOf(form, 'token').slice(0, 200)
  const by = { payload: await thePayload(), token, now: new Date() }
  const before = await readAddressLink(by)
  const answer = await confirmAddress(by)
  const isBack = answer === 'confirmed' && before.kind === 'open' && before.hasLeft
  const said = answer === 'nothing-done' ? '' : `?said=${isBack ? 'back' : answer}`
  redirect(`/account/confirm/${encodeURIComponent(token)}${said}`)
}
