import { bulletinSubject } from '@templates/bulletin/bulletin-subject'
import type { Payload } from 'payload'
import { type NamedLink, toPublicPart } from '@/access/to-public-part'
import type { Briefing } from '@/payload-types'
import { addressHash, deliveryToken } from '@/bulletin/tokens'
import { ensure, type Ids } from './ensure'
import type { Frame } from './load-frame'
import type { Content } from './read-content'

export type LoadBulletin = {
  readonly payload: Payload
  readonly content: Content
  readonly frame: Frame
  readonly members: Ids
  readonly briefings: Ids
  readonly now: Date
}

type Issue = Content['bulletin']['sent'][number]
type Announced = { readonly briefing: Briefing; readonly topicIds: readonly string[] }

const minutesAfter = (iso: string, minutes: number): string =>
  new Date(new Date(iso).getTime() + minutes * 60_000).toISOString()

/** Each topic's slug with itself and all above it. */
function lineages(content: Content): Map<string, readonly string[]> {
  const lines = content.topics.flatMap(({ slug, children }) => [
    [slug],
    ...children.map((child) => [child.slug, slug]),
  ])
  return new Map(lines.map((line) => [line[0] ?? '', line]))
}

async function announced(load: LoadBulletin, issue: Issue): Promise<Announced[]> {
  const { payload, content, frame } = load
  const lineageOf = lineages(content)
  const items: Announced[] = []
  for (const reference of issue.briefings) {
    const briefing = await payload.findByID({
      collection: 'briefings',
      id: load.briefings.of(reference),
      depth: 1,
      overrideAccess: true,
    })
    const slugs = content.briefings.find((file) => file.reference === reference)?.topics ?? []
    const withParents = new Set(slugs.flatMap((slug) => lineageOf.get(slug) ?? []))
    items.push({ briefing, topicIds: frame.topics.all([...withParents]) })
  }
  return items
}

function authorsOf(briefing: Briefing): NamedLink[] {
  const rows = (briefing.authors ?? []).filter((author) => typeof author === 'object')
  return rows.map(({ slug, name }) => ({ slug: slug ?? '', name }))
}

async function loadItems(payload: Payload, issue: Issue, items: readonly Announced[]) {
  for (const [position, { briefing, topicIds }] of items.entries()) {
    await ensure(payload, ['bulletin-items', 'briefingId', briefing.id], () =>
      payload.create({
        collection: 'bulletin-items',
        overrideAccess: true,
        data: {
          issueKey: issue.key,
          briefingId: briefing.id,
          edition: briefing.edition ?? 1,
          position,
          title: briefing.title,
          publicPart: toPublicPart(briefing, authorsOf(briefing)),
          topicIds: [...topicIds],
        },
      }),
    )
  }
}

type Reader = { readonly memberId: string; readonly address: string }

async function loadDelivery(
  payload: Payload,
  issue: Issue,
  { memberId, address }: Reader,
): Promise<void> {
  const key = `${issue.key}:${memberId}`
  const at = minutesAfter(issue.slotAt, 1)
  await ensure(payload, ['bulletin-deliveries', 'key', key], () =>
    payload.create({
      collection: 'bulletin-deliveries',
      overrideAccess: true,
      data: {
        key,
        issueKey: issue.key,
        memberId,
        address,
        addressHash: addressHash(payload.secret, address),
        state: 'sent',
        reason: 'demonstration',
        attempts: 1,
        fence: 1,
        token: deliveryToken(payload.secret, key),
        sendingAt: at,
        doneAt: at,
        smtpCode: 250,
      },
    }),
  )
}

async function loadReceipts(
  payload: Payload,
  issue: Issue,
  memberId: string,
  items: readonly Announced[],
): Promise<void> {
  for (const { briefing } of items) {
    const row = { memberId, briefingId: briefing.id, edition: briefing.edition ?? 1 }
    const { totalDocs } = await payload.count({
      collection: 'bulletin-receipts',
      overrideAccess: true,
      where: {
        and: [{ memberId: { equals: memberId } }, { briefingId: { equals: briefing.id } }],
      },
    })
    if (totalDocs > 0) continue
    await payload.create({
      collection: 'bulletin-receipts',
      overrideAccess: true,
      data: { ...row, issueKey: issue.key },
    })
  }
}

/** Everybody subscribed then, with what of the issue stands under their topics. */
function readersOf({ content, frame, members }: LoadBulletin, items: readonly Announced[]) {
  return content.members
    .filter(({ bulletin }) => bulletin?.status === 'active')
    .map(({ email, bulletin }) => {
      const chosen = frame.topics.all(bulletin?.topics ?? [])
      const mine = items.filter(({ topicIds }) => topicIds.some((id) => chosen.includes(id)))
      return { memberId: members.of(email), address: email, items: mine }
    })
    .filter((reader) => reader.items.length > 0)
}

async function loadIssue(load: LoadBulletin, issue: Issue): Promise<void> {
  const { payload } = load
  const items = await announced(load, issue)
  const readers = readersOf(load, items)
  await loadItems(payload, issue, items)
  for (const reader of readers) {
    await loadDelivery(payload, issue, reader)
    await loadReceipts(payload, issue, reader.memberId, reader.items)
  }
  const none = { failed: 0, suppressed: 0, skipped: 0, expired: 0, uncertain: 0 }
  await ensure(payload, ['bulletin-issues', 'key', issue.key], () =>
    payload.create({
      collection: 'bulletin-issues',
      overrideAccess: true,
      data: {
        key: issue.key,
        state: 'finished',
        slotAt: issue.slotAt,
        timeZone: 'Europe/London',
        subject: bulletinSubject(
          items.map(({ briefing }) => ({ title: briefing.title, isUpdate: false })),
        ),
        fence: 1,
        frozenAt: issue.slotAt,
        finishedAt: minutesAfter(issue.slotAt, 2),
        candidates: readers.length,
        sent: readers.length,
        ...none,
      },
    }),
  )
}

/**
 * The Bulletin issues that count as sent, with what each reader was told. Mails nobody. Safe to repeat.
 *
 * The issue itself is written last: until then no page and no loop knows of it.
 */
export async function loadBulletin(load: LoadBulletin): Promise<void> {
  for (const issue of load.content.bulletin.sent) await loadIssue(load, issue)
  await ensure(load.payload, ['mailer-state', 'key', 'enabledAt'], () =>
    load.payload.create({
      collection: 'mailer-state',
      overrideAccess: true,
      data: { key: 'enabledAt', value: { at: load.now.toISOString() } },
    }),
  )
}
