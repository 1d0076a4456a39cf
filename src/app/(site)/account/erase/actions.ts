'use server'

import { redirect } from 'next/navigation'
import { signOutBrowser } from '@/app/member-browser'
import { thePayload } from '@/app/payload'
import { eraseAccount } from '@/members/erase-account'
import { type FormState } from '../../form-state'
import { signedInMember } from '../signed-in-member'

export async function erase(_before: FormState, form: FormData): Promise<FormState> {
  const { member } = await signedInMember('/account/erase')
  if (!form.has('sure')) {
    return { faults: { sure: 'Tick the box to say that you are sure.' }, values: {} }
  }
  await eraseAccount({ payload: await thePayload(), member })
  await signOutBrowser()
  redirect('/erased')
}
