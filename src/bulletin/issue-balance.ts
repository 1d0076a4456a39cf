import type { BulletinIssue } from '@/payload-types'
import { DELIVERY_STATES, type DeliveryCounts } from './delivery-store'

/** Every row of an issue, whatever became of it. */
export const accountedIn = (counts: DeliveryCounts): number =>
  DELIVERY_STATES.reduce((sum, state) => sum + counts[state], 0)

/**
 * Whether all who were enrolled are still in the ledger. How many they are is written down once, when enrolment is
 * complete, so that a row that vanishes later is missed. True before that: there is nothing to hold the ledger against.
 */
export const isBalanced = (
  { candidates }: Pick<BulletinIssue, 'candidates'>,
  counts: DeliveryCounts,
): boolean => typeof candidates !== 'number' || candidates === accountedIn(counts)
