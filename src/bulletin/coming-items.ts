import type { Payload } from 'payload'
import type { BulletinIssue } from '@/payload-types'
import { applyEditing } from './apply-editing'
import { readEditing } from './issue-editing'
import { type AnnouncedItem, itemKey, itemsOfIssue } from './items'
import { unannounced } from './unannounced'

/** What an issue holds: its frozen items, or, while it is planned, what it would be frozen with at `until`. */
export async function comingItems(
  payload: Payload,
  issue: BulletinIssue,
  until: Date,
): Promise<AnnouncedItem[]> {
  const frozen = await itemsOfIssue(payload, issue.key)
  if (issue.state !== 'planned') return frozen
  return applyEditing([...frozen, ...(await unannounced(payload, until))], readEditing(issue))
}

/** What editors hold back from a planned issue, for them to let go again. */
export async function heldItems(
  payload: Payload,
  issue: BulletinIssue,
  until: Date,
): Promise<AnnouncedItem[]> {
  const { held } = readEditing(issue)
  if (issue.state !== 'planned' || held.length === 0) return []
  const owed = [...(await itemsOfIssue(payload, issue.key)), ...(await unannounced(payload, until))]
  return owed.filter((item) => held.includes(itemKey(item)))
}
