import type { Payload } from 'payload'
import { itemsOfIssue } from './items'
import { releaseCancelled } from './release-cancelled'
import { unannounced } from './unannounced'
import { writeOnce } from '@/lib/write-once'

/**
 * Puts every edition still owed at `until` into the issue, with its public part as it stands.
 *
 * An edition belongs to one issue ever: the unique index ignores what another has. Safe to repeat after a crash.
 * @returns how many items the issue has.
 */
export async function freezeItems(
  payload: Payload,
  issueKey: string,
  until: Date,
): Promise<number> {
  await releaseCancelled(payload)
  const before = (await itemsOfIssue(payload, issueKey)).length
  for (const [index, item] of (await unannounced(payload, until)).entries()) {
    await writeOnce(payload, 'bulletin-items', { ...item, issueKey, position: before + index + 1 })
  }
  return (await itemsOfIssue(payload, issueKey)).length
}
