import type { BulletinIssue } from '@/payload-types'
import type { DeliveryStore } from './delivery-store'
import { everyRow } from './every-row'
import { nextSlot } from './slots'

const HOUR = 60 * 60 * 1000
const SENT_WITHIN = 48 * HOUR

/**
 * Until when an issue may be sent: for two days, or until the next one is due if that is sooner. Two issues of which the
 * older is still on its way would tell people the same thing twice.
 */
export function lastMomentOf(
  { frozenAt, slotAt }: Pick<BulletinIssue, 'frozenAt' | 'slotAt'>,
  schedule: string,
): Date {
  const began = new Date(frozenAt ?? slotAt)
  const slot = new Date(slotAt)
  const next = nextSlot(schedule, began > slot ? began : slot)
  const twoDays = new Date(began.getTime() + SENT_WITHIN)
  return next && next.at < twoDays ? next.at : twoDays
}

type ExpireArgs = {
  readonly store: DeliveryStore
  readonly issue: BulletinIssue
  readonly schedule: string
  readonly now: Date
}

/** After that moment news is no news: rows still waiting expire, and their items are carried over. Safe to repeat. */
export async function expireLate({ store, issue, schedule, now }: ExpireArgs): Promise<void> {
  if (now < lastMomentOf(issue, schedule)) return
  const doneAt = now.toISOString()
  const pending = everyRow((after, limit) => store.inState(issue.key, 'pending', after, limit))
  for await (const { id } of pending) {
    await store.change(id, { state: 'pending' }, { state: 'expired', reason: 'too late', doneAt })
  }
}
