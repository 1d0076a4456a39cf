'use server'

import { redirect } from 'next/navigation'
import { thePayload } from '@/app/payload'
import { readSubscription, setSubscription } from '@/bulletin/subscriptions'
import { WORKS_AGAIN } from './bounce-wording'
import { signedInMember } from './signed-in-member'

/** Starts the Bulletin again for a member who says that their address works. Safe to repeat. */
export async function addressWorksAgain(): Promise<void> {
  const { member } = await signedInMember()
  const payload = await thePayload()
  const subscription = await readSubscription({ payload, memberId: member.id })
  if (subscription?.status === 'bounced') {
    await setSubscription({
      payload,
      memberId: member.id,
      status: 'active',
      madeThrough: 'account',
      wording: `${WORKS_AGAIN.button}. ${WORKS_AGAIN.hint}`,
      now: new Date(),
    })
  }
  redirect('/account?bulletin=on')
}
