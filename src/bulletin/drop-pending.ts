import type { Payload } from 'payload'
import { deliveryStoreOf } from './adapters/by-database'
import { everyRow } from './every-row'

const REASONS = { cancelled: 'the issue was cancelled', finished: 'taken as sent' } as const

type DropArgs = {
  readonly payload: Payload
  readonly issueKey: string
  readonly now: Date
}

/** Leaves out those who still wait in an issue that a person closed. Safe to repeat. */
export async function dropPending(
  { payload, issueKey, now }: DropArgs,
  closedAs: keyof typeof REASONS,
): Promise<void> {
  const store = deliveryStoreOf(payload)
  const reason = REASONS[closedAs]
  const doneAt = now.toISOString()
  const pending = everyRow((after, limit) => store.inState(issueKey, 'pending', after, limit))
  for await (const { id } of pending) {
    await store.change(id, { state: 'pending' }, { state: 'skipped', reason, doneAt })
  }
}
