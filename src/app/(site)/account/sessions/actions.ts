'use server'

import { redirect } from 'next/navigation'
import { thePayload } from '@/app/payload'
import { closeSession } from '@/members/list-sessions'
import { textOf } from '../../form-state'
import { signedInMember } from '../signed-in-member'

const HERE = '/account/sessions'

export async function endOne(form: FormData): Promise<void> {
  const { member } = await signedInMember(HERE)
  const sessionId = textOf(form, 'session')
  await closeSession({ payload: await thePayload(), memberId: member.id, sessionId })
  redirect(`${HERE}?ended=yes`)
}
