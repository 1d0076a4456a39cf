import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { BulletinIssue } from '@/payload-types'
import { withStandingArticles } from './announced-articles'
import { carriedItems } from './carried-items'
import { allChosen, type ChosenItems, chooseItems } from './choose-items'
import { keepBody } from './compose'
import type { DeliveryStore, NewDelivery } from './delivery-store'
import { type FindsAmong, gatherNews, type IssueNews, patiently } from './issue-news'
import { itemsOfIssue } from './items'
import { everyReader, type Reader } from './reader'
import { toldTo } from './receipts'
import { releaseWithdrawn } from './release-withdrawn'
import { addressHash, deliveryToken } from './tokens'

export type EnrolArgs = {
  readonly payload: Payload
  readonly settings: Settings
  readonly store: DeliveryStore
  readonly issue: BulletinIssue
  readonly findsAmong: FindsAmong
  readonly now: Date
  /** Whether this process is to end. */
  readonly isStopped?: () => boolean
}

/** What a reader would get of this news, what is carried over and what their searches find included. */
export async function chooseFor(
  payload: Payload,
  reader: Reader,
  { items, earlier, findsOf }: IssueNews,
  issueKey: string,
  now: Date,
): Promise<ChosenItems> {
  return chooseItems({
    items,
    earlier,
    finds: await findsOf(reader.member.id),
    carried: await carriedItems(payload, reader.member.id, issueKey, now),
    topicIds: reader.topics.map(({ id }) => id),
    follows: reader.follows,
    told: await toldTo(payload, reader.member.id),
  })
}

type Verdict = Pick<NewDelivery, 'state' | 'reason' | 'itemSetHash'>

async function verdictOn(
  { payload, settings, issue, now }: EnrolArgs,
  reader: Reader,
  news: IssueNews,
): Promise<Verdict> {
  if (reader.bar) return reader.bar
  const chosen = await chooseFor(payload, reader, news, issue.key, now)
  if (allChosen(chosen).length === 0)
    return { state: 'skipped', reason: 'nothing new on their topics' }
  const hash = await keepBody(payload, { ...reader, issue, chosen, settings })
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

async function enrolOnce(asked: EnrolArgs): Promise<number> {
  const { payload, issue: frozen, now } = asked
  await releaseWithdrawn(payload, frozen.key, now)
  const args = { ...asked, issue: await withStandingArticles(payload, frozen, now) }
  const items = await itemsOfIssue(args.payload, args.issue.key)
  const since = new Date(args.issue.frozenAt ?? args.issue.slotAt)
  const news = patiently(await gatherNews({ ...args, items }), { ...args, since })
  const enrolled = await args.store.enrolled(args.issue.key)
  let added = 0
  for await (const reader of everyReader(args)) {
    if (args.isStopped?.()) return added
    if (enrolled.has(reader.member.id)) continue
    const verdict = await verdictOn(args, reader, news)
    if (await args.store.add({ ...identityOf(args, reader), ...verdict })) added += 1
  }
  return added
}

/**
 * Gives every subscriber one row in the issue's ledger: `pending`, or the reason why not.
 *
 * An issue waits half an hour at most for a search that does not answer: until then this throws, and adds nobody twice.
 * Bodies are rendered before their rows are written, so that one that cannot be rendered fails the issue before
 * anybody is mailed. Passes repeat until one adds nobody. Safe to repeat: a member, and an address, has one row.
 * @returns whether everybody is enrolled: false where it was stopped before.
 */
export async function enrol(args: EnrolArgs): Promise<boolean> {
  while ((await enrolOnce(args)) > 0) continue
  return !args.isStopped?.()
}
