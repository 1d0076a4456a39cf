import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { BulletinIssue } from '@/payload-types'
import { carriedItems } from './carried-items'
import { type ChosenItems, chooseItems } from './choose-items'
import { keepBody } from './compose'
import type { DeliveryStore, NewDelivery } from './delivery-store'
import { type AnnouncedItem, itemsOfIssue } from './items'
import { everyReader, type Reader } from './reader'
import { toldTo } from './receipts'
import { addressHash, deliveryToken } from './tokens'

export type EnrolArgs = {
  readonly payload: Payload
  readonly settings: Settings
  readonly store: DeliveryStore
  readonly issue: BulletinIssue
  readonly now: Date
}

/** What a reader would get of these items, carried-over ones included. */
export async function chooseFor(
  payload: Payload,
  reader: Reader,
  items: readonly AnnouncedItem[],
  issueKey: string,
  now: Date,
): Promise<ChosenItems> {
  return chooseItems({
    items,
    carried: await carriedItems(payload, reader.member.id, issueKey, now),
    topicIds: reader.topics.map(({ id }) => id),
    told: await toldTo(payload, reader.member.id),
  })
}

const isEmpty = ({ items, carried }: ChosenItems): boolean => items.length + carried.length === 0

type Verdict = Pick<NewDelivery, 'state' | 'reason' | 'itemSetHash'>

async function verdictOn(
  { payload, settings, issue, now }: EnrolArgs,
  reader: Reader,
  items: readonly AnnouncedItem[],
): Promise<Verdict> {
  if (reader.bar) return reader.bar
  const chosen = await chooseFor(payload, reader, items, issue.key, now)
  if (isEmpty(chosen)) return { state: 'skipped', reason: 'nothing new on their topics' }
  const hash = await keepBody(payload, { issue, chosen, topics: reader.topics, settings })
  return { state: 'pending', itemSetHash: hash }
}

function identityOf({ settings, issue }: EnrolArgs, { member }: Reader) {
  const key = `${issue.key}:${member.id}`
  const token = deliveryToken(settings.secret, key)
  return {
    key,
    token,
    issueKey: issue.key,
    memberId: member.id,
    address: member.email,
    addressHash: addressHash(settings.secret, member.email),
    messageId: `${token}@${new URL(settings.siteUrl).hostname}`,
  }
}

async function enrolOnce(args: EnrolArgs): Promise<number> {
  const items = await itemsOfIssue(args.payload, args.issue.key)
  const enrolled = await args.store.enrolled(args.issue.key)
  let added = 0
  for await (const reader of everyReader(args)) {
    if (enrolled.has(reader.member.id)) continue
    const verdict = await verdictOn(args, reader, items)
    if (await args.store.add({ ...identityOf(args, reader), ...verdict })) added += 1
  }
  return added
}

/**
 * Gives every subscriber one row in the issue's ledger: `pending`, or the reason why not.
 *
 * Bodies are rendered before their rows are written, so that one that cannot be rendered fails the issue before
 * anybody is mailed. Passes repeat until one adds nobody. Safe to repeat: a member, and an address, has one row.
 */
export async function enrol(args: EnrolArgs): Promise<void> {
  while ((await enrolOnce(args)) > 0) continue
}
