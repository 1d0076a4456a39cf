import { toLongDate } from '@/lib/london-time'
import type { BulletinDelivery } from '@/payload-types'
import { issueSlug } from './bulletin-view-of'
import type { ItemReference } from './carried-items'
import type { IssueRecord } from './issue-record'
import { type AnnouncedItem, itemKey } from './items'
import type { MemberLedger } from './member-ledger'
import { NO_WISHES, type Wishes } from './wishes'

/** An edition of a briefing with why a member's mail had it, or had it not: words that go on from its title. */
export type ExplainedItem = ItemReference & { readonly title: string; readonly why: string }

const dateOf = (issueKey: string): string => toLongDate(issueSlug(issueKey))

const momentOf = ({ issue }: IssueRecord): Date => new Date(issue.frozenAt ?? issue.slotAt)

function titleOf({ known, titleOf: titles }: IssueRecord, item: ItemReference): string {
  return (
    known.get(itemKey(item))?.publicPart.title ??
    titles.get(item.briefingId) ??
    'a briefing that was deleted since'
  )
}

function onTopics(item: AnnouncedItem, { topicNames }: MemberLedger, wishes: Wishes) {
  if (wishes.scope === 'followed') return null
  if (wishes.topics.length === 0) return 'they take every topic'
  const common = item.topicIds.filter((id) => wishes.topics.includes(id))
  const names = common.map((id) => topicNames.get(id) ?? 'a topic that was deleted since')
  return names.length > 0 ? `on their topic ${names.join(', ')}` : null
}

function ofSeries({ seriesId }: AnnouncedItem, { seriesNames }: MemberLedger, wishes: Wishes) {
  if (!seriesId || !wishes.series.includes(seriesId)) return null
  return `of the series they follow, ${seriesNames.get(seriesId) ?? 'one that was deleted since'}`
}

const asUpdate = ({ briefingId, edition }: AnnouncedItem, { briefings }: Wishes) =>
  edition > 1 && briefings.includes(briefingId) ? 'an update of a briefing they follow' : null

/** By what an item was theirs, as `isWished` judges it; null for one they had not asked for. */
function byWhatTheirs(item: AnnouncedItem, ledger: MemberLedger, wishes: Wishes): string | null {
  return onTopics(item, ledger, wishes) ?? ofSeries(item, ledger, wishes) ?? asUpdate(item, wishes)
}

function whyInIt(record: IssueRecord, ledger: MemberLedger, item: ItemReference): string {
  const announced = record.known.get(itemKey(item))
  if (!announced) return 'announced then, and taken back since'
  const wishes = ledger.wishesAt(momentOf(record)) ?? NO_WISHES
  const from = record.issueOf.get(itemKey(item)) ?? record.issue.key
  const asked = byWhatTheirs(announced, ledger, wishes)
  if (from === record.issue.key) return asked ?? 'found by one of their saved searches'
  const before = ledger.deliveryOf.get(from)
  return before?.itemSetHash && before.state !== 'sent'
    ? `carried over from the issue of ${dateOf(from)}, which was ${before.state}`
    : `found by one of their saved searches; announced on ${dateOf(from)}`
}

/** What a member's mail held. Where the mail is not kept, what the receipts say they were told. */
export function whatWasInIt(record: IssueRecord, ledger: MemberLedger): ExplainedItem[] {
  const told = ledger.receipts.filter(({ issueKey }) => issueKey === record.issue.key)
  return (record.body ?? told).map(({ briefingId, edition }) => ({
    briefingId,
    edition,
    title: titleOf(record, { briefingId, edition }),
    why: whyInIt(record, ledger, { briefingId, edition }),
  }))
}

const hadNoMail = ({ state, reason }: BulletinDelivery): string =>
  `they were not to be mailed: ${reason ?? state}`

/** The reason, and where a later issue told them after all, which. */
function whyLeftOut(record: IssueRecord, ledger: MemberLedger, item: AnnouncedItem): string {
  const told = ledger.receipts.find((receipt) => itemKey(receipt) === itemKey(item))?.issueKey
  if (!told) return reasonOf(record, ledger, item)
  // Keys of issues are their dates.
  return told < record.issue.key
    ? `already told, in the issue of ${dateOf(told)}`
    : `${reasonOf(record, ledger, item)}; told in the issue of ${dateOf(told)}`
}

function reasonOf(record: IssueRecord, ledger: MemberLedger, item: AnnouncedItem): string {
  const { issue, publicIds } = record
  if (!publicIds.has(item.briefingId)) return 'withdrawn since the issue was made up'
  const delivery = ledger.deliveryOf.get(issue.key)
  if (!delivery) return 'they were not on the list when the issue was made up'
  const wishes = ledger.wishesAt(momentOf(record))
  if (!wishes) return hadNoMail(delivery)
  if (!byWhatTheirs(item, ledger, wishes)) return notAskedFor(item, ledger, wishes)
  if (!delivery.itemSetHash) return hadNoMail(delivery)
  return 'it came back after their mail was made up; no other reason is on record'
}

function notAskedFor(
  { topicIds }: AnnouncedItem,
  { topicNames }: MemberLedger,
  { scope }: Wishes,
): string {
  if (scope === 'followed')
    return 'not among the series and briefings they follow, and they take nothing else'
  const names = topicIds.flatMap((id) => topicNames.get(id) ?? [])
  return names.length > 0
    ? `not on their topics: it is on ${names.join(', ')}`
    : 'not on their topics: it is on none'
}

/** What an issue announced, or held back, that a member's mail had not. */
export function whatWasLeftOut(
  record: IssueRecord,
  ledger: MemberLedger,
  inMail: ReadonlySet<string>,
): ExplainedItem[] {
  const announced = record.items
    .filter((item) => !inMail.has(itemKey(item)))
    .map((item) => ({
      briefingId: item.briefingId,
      edition: item.edition,
      title: item.publicPart.title,
      why: whyLeftOut(record, ledger, item),
    }))
  const isElsewhere = new Set(record.items.map(itemKey))
  const held = record.held
    .filter((key) => !isElsewhere.has(key) && !inMail.has(key))
    .map((key) => {
      const at = key.lastIndexOf('/')
      const item = { briefingId: key.slice(0, at), edition: Number(key.slice(at + 1)) }
      return { ...item, title: titleOf(record, item), why: 'held by an editor for a later issue' }
    })
  return [...announced, ...held]
}
