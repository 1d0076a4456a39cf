import type { Payload } from 'payload'
import { confirmAddress, type LetterSettings } from './compose-letter'
import { CONFIRM_DAYS } from './confirm-token'
import { readSubscription } from './subscriptions'

/** Where a member who was asked, and has not answered, may say that they want the Bulletin. Null for all others. */
export async function askedLink(
  payload: Payload,
  settings: Pick<LetterSettings, 'siteUrl' | 'secret'>,
  memberId: string,
  now: Date,
): Promise<{ readonly link: string; readonly days: number } | null> {
  const subscription = await readSubscription({ payload, memberId })
  if (subscription?.status !== 'pending') return null
  return { link: confirmAddress(settings, subscription.id, now), days: CONFIRM_DAYS }
}
