import type { Payload } from 'payload'
import { throughConflicts } from '@/lib/write-once'
import type { BulletinDelivery, InboundMail } from '@/payload-types'
import { heedBounce, wentOutAt } from './heed-bounce'
import { isOursForNow } from './inbound-class'
import { currentHash, lastAskedAt } from './owners-word'
import { readSubscription } from './subscriptions'

const DAY = 24 * 60 * 60 * 1000

/** Issues in a row that came back for now, and then no more is sent. */
const PATIENCE = 4

/** RFC 5321 section 4.5.4.1: servers try for four to five days. Who has not answered by then has the mail. */
const ARRIVED_AFTER = 6 * DAY

type CountArgs = { readonly payload: Payload; readonly memberId: string; readonly now: Date }

/** What became of a mail: it came back for now, it arrived, or nothing is known that counts. */
type Fate = 'came back' | 'arrived' | 'unknown'

type Report = Pick<InboundMail, 'kind' | 'enhancedCode'>

const countsAgainst = ({ kind, enhancedCode }: Report): boolean =>
  kind === 'bounce-hard' || (kind === 'bounce-soft' && !isOursForNow(enhancedCode ?? null))

const isBounce = ({ kind }: Report): boolean =>
  kind === 'bounce-hard' || kind === 'bounce-soft' || kind === 'policy'

function fateOf(delivery: BulletinDelivery, reports: readonly Report[], now: Date): Fate {
  if (reports.some(countsAgainst)) return 'came back'
  if (reports.some(isBounce)) return 'unknown'
  const age = now.getTime() - wentOutAt(delivery).getTime()
  return age > ARRIVED_AFTER ? 'arrived' : 'unknown'
}

/** What came back for each delivery of a member, by its key. */
async function reportsByDelivery(payload: Payload, memberId: string) {
  const { docs } = await payload.db.find<InboundMail>({
    collection: 'inbound-mail',
    where: { memberId: { equals: memberId } },
    pagination: false,
    limit: 0,
  })
  const reports = new Map<string, Report[]>()
  for (const report of docs) {
    const key = report.deliveryKey ?? ''
    reports.set(key, [...(reports.get(key) ?? []), report])
  }
  return reports
}

/** Mails a member was sent at the address they have now, since they last asked for the Bulletin. Newest first. */
async function mailsOf({ payload, memberId }: CountArgs): Promise<BulletinDelivery[]> {
  const { docs } = await payload.db.find<BulletinDelivery>({
    collection: 'bulletin-deliveries',
    where: { and: [{ memberId: { equals: memberId } }, { state: { equals: 'sent' } }] },
    pagination: false,
    limit: 0,
  })
  const hash = await currentHash(payload, memberId)
  const asked = await lastAskedAt(payload, memberId)
  return docs
    .filter((mail) => mail.addressHash === hash && (!asked || wentOutAt(mail) >= asked))
    .sort((a, b) => wentOutAt(b).getTime() - wentOutAt(a).getTime())
}

/**
 * Counts how many issues in a row came back for now, and stops the Bulletin of whom four did.
 *
 * Worked out from the ledger each time, so that duplicates and late news end the same. A mail that has not come back
 * six days after it went out has arrived, and ends the row. Safe to repeat.
 */
export async function countSoftBounces(args: CountArgs): Promise<number> {
  const { payload, memberId, now } = args
  const subscription = await readSubscription(args)
  if (!subscription) return 0
  const reports = await reportsByDelivery(payload, memberId)
  const mails = await mailsOf(args)
  const fates = mails.map((mail) => fateOf(mail, reports.get(mail.key) ?? [], now))
  const end = fates.indexOf('arrived')
  const run = mails.slice(0, end < 0 ? undefined : end)
  const cameBack = run.filter((_mail, index) => fates[index] === 'came back')
  const arrived = mails[end]
  await throughConflicts(() =>
    payload.db.updateOne({
      collection: 'subscriptions',
      where: { id: { equals: subscription.id } },
      data: {
        softBounces: cameBack.length,
        ...(arrived ? { lastOkAt: wentOutAt(arrived).toISOString() } : {}),
      },
      options: { atomic: true },
    }),
  )
  const [newest] = cameBack
  if (newest && cameBack.length >= PATIENCE) await heedBounce({ payload, delivery: newest, now })
  return cameBack.length
}

/** Counts again for all whose mail came back lately: what has arrived since sets them right. Safe to repeat. */
export async function recountSoftBounces(payload: Payload, now: Date): Promise<void> {
  const { docs } = await payload.find({
    collection: 'subscriptions',
    overrideAccess: true,
    where: { softBounces: { greater_than: 0 } },
    pagination: false,
    limit: 0,
    depth: 0,
  })
  for (const { member } of docs) {
    const memberId = typeof member === 'object' ? member.id : member
    await countSoftBounces({ payload, memberId, now })
  }
}
