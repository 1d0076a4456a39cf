import type { BulletinIssue } from '@/payload-types'
import type { DeliveryStore } from './delivery-store'
import { wasLookedAt } from './was-looked-at'

const REASON = 'mails were refused for good'

/** From here on a share of refusals says more than chance. */
const ENOUGH = 100
const MOST_REFUSED = 0.05

/**
 * Why an issue should stop for a person to look, or null: more than one mail in twenty was refused for good, so that the
 * list, or our name with the mail servers, is not what it should be. Who resumed it once has looked.
 */
export async function tooManyRefused(
  store: DeliveryStore,
  issue: BulletinIssue,
): Promise<string | null> {
  if (wasLookedAt(issue, REASON)) return null
  const { sent, failed } = await store.counts(issue.key)
  const tried = sent + failed
  return tried >= ENOUGH && failed / tried > MOST_REFUSED ? `${failed} of ${tried} ${REASON}` : null
}
