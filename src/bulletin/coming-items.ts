import type { Payload } from 'payload'
import type { BulletinIssue } from '@/payload-types'
import { type AnnouncedItem, itemsOfIssue } from './items'
import { unannounced } from './unannounced'

/** What an issue holds: its frozen items, or, while it is planned, what it would be frozen with at `until`. */
export async function comingItems(
  payload: Payload,
  issue: BulletinIssue,
  until: Date,
): Promise<AnnouncedItem[]> {
  const frozen = await itemsOfIssue(payload, issue.key)
  return issue.state === 'planned' ? [...frozen, ...(await unannounced(payload, until))] : frozen
}
