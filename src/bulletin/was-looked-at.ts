import type { BulletinIssue } from '@/payload-types'
import { decisionsOf } from './steer-issue'

/** Whether a person let the issue go on after it had paused itself for a reason that ends in these words. */
export function wasLookedAt(issue: Pick<BulletinIssue, 'decisions'>, reason: string): boolean {
  const decisions = decisionsOf(issue)
  const paused = decisions.findLastIndex(
    ({ what, why }) => what === 'paused' && why.endsWith(reason),
  )
  return paused >= 0 && decisions.slice(paused).some(({ what }) => what === 'resumed')
}
