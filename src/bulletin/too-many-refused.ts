import type { BulletinIssue } from '@/payload-types'
import type { DeliveryStore } from './delivery-store'
import { decisionsOf } from './steer-issue'

const REASON = 'mails were refused for good'

/** Whether a person let the issue go on after it had paused itself for this. */
function wasLookedAt(issue: BulletinIssue): boolean {
  const decisions = decisionsOf(issue)
  const paused = decisions.findLastIndex(
    ({ what, why }) => what === 'paused' && why.endsWith(REASON),
  )
  return paused >= 0 && decisions.slice(paused).some(({ what }) => what === 'resumed')
}

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
  if (wasLookedAt(issue)) return null
  const { sent, failed } = await store.counts(issue.key)
  const tried = sent + failed
  return tried >= ENOUGH && failed / tried > MOST_REFUSED ? `${failed} of ${tried} ${REASON}` : null
}
