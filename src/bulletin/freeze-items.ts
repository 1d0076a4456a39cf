import type { Payload, Where } from 'payload'
import { applyEditing, inOrder } from './apply-editing'
import { readEditing } from './issue-editing'
import { issueByKey } from './issues'
import { type AnnouncedItem, itemKey, itemsOfIssue } from './items'
import { releaseCancelled } from './release-cancelled'
import { unannounced } from './unannounced'
import { writeOnce } from '@/lib/write-once'

const collection = 'bulletin-items'

const rowOf = ({ briefingId, edition }: AnnouncedItem): Where => ({
  and: [{ briefingId: { equals: briefingId } }, { edition: { equals: edition } }],
})

/** What a crash had frozen before editors held it belongs to no issue again: nobody has been mailed yet. */
async function releaseHeld(payload: Payload, issueKey: string, held: readonly string[]) {
  const items = await itemsOfIssue(payload, issueKey)
  for (const item of items.filter((each) => held.includes(itemKey(each)))) {
    const where = { and: [{ issueKey: { equals: issueKey } }, rowOf(item)] }
    await payload.db.deleteMany({ collection, where })
  }
}

/** Numbers an issue's items in the editors' order, also those a crash left in another. */
async function numberItems(payload: Payload, issueKey: string, order: readonly string[]) {
  const items = await itemsOfIssue(payload, issueKey)
  const ordered = inOrder(items, order)
  if (ordered.every((item, index) => item === items[index])) return
  for (const [index, item] of ordered.entries()) {
    await payload.db.updateOne({ collection, where: rowOf(item), data: { position: index + 1 } })
  }
}

/**
 * Puts every edition still owed at `until` into the issue, with its public part as it stands, but for what editors hold.
 *
 * An edition belongs to one issue ever: the unique index ignores what another has. Safe to repeat after a crash.
 * @returns how many items the issue has.
 */
export async function freezeItems(
  payload: Payload,
  issueKey: string,
  until: Date,
): Promise<number> {
  const editing = readEditing((await issueByKey(payload, issueKey)) ?? {})
  await releaseCancelled(payload)
  await releaseHeld(payload, issueKey, editing.held)
  const before = (await itemsOfIssue(payload, issueKey)).length
  const owed = applyEditing(await unannounced(payload, until), editing)
  for (const [index, item] of owed.entries()) {
    await writeOnce(payload, collection, { ...item, issueKey, position: before + index + 1 })
  }
  await numberItems(payload, issueKey, editing.order)
  return (await itemsOfIssue(payload, issueKey)).length
}
