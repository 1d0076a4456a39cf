import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import { writeOnce } from '@/lib/write-once'
import type { Mailer } from '@/mail/mailer'
import type { BulletinDelivery, InboundMail } from '@/payload-types'
import { refusedAsSendersMail } from '@templates/mail/refused-as-senders-mail'

const DAY = 24 * 60 * 60 * 1000
const LOOKS_BACK = 14 * DAY
const MOST_QUOTED = 5

type AlertArgs = {
  readonly payload: Payload
  readonly settings: Settings
  readonly mailer: Mailer
  readonly now: Date
}

const toldKey = (issueKey: string): string => `refused-as-senders:${issueKey}`

async function lateRefusals(payload: Payload, now: Date): Promise<InboundMail[]> {
  const since = new Date(now.getTime() - LOOKS_BACK).toISOString()
  const { docs } = await payload.db.find<InboundMail>({
    collection: 'inbound-mail',
    where: { and: [{ kind: { equals: 'policy' } }, { at: { greater_than: since } }] },
    sort: 'at',
    pagination: false,
    limit: 0,
  })
  return docs
}

/** Refusals by the issue whose mail they are about. */
async function byIssue(payload: Payload, refusals: readonly InboundMail[]) {
  const keys = refusals.flatMap(({ deliveryKey }) => deliveryKey ?? [])
  if (keys.length === 0) return new Map<string, InboundMail[]>()
  const { docs } = await payload.db.find<BulletinDelivery>({
    collection: 'bulletin-deliveries',
    where: { key: { in: keys } },
    pagination: false,
    limit: 0,
  })
  const issueOf = new Map(docs.map(({ key, issueKey }) => [key, issueKey]))
  const issues = new Map<string, InboundMail[]>()
  for (const refusal of refusals) {
    const issueKey = issueOf.get(refusal.deliveryKey ?? '')
    if (issueKey) issues.set(issueKey, [...(issues.get(issueKey) ?? []), refusal])
  }
  return issues
}

async function wasTold(payload: Payload, issueKey: string): Promise<boolean> {
  const where = { key: { equals: toldKey(issueKey) } }
  return (await payload.db.count({ collection: 'mailer-state', where })).totalDocs > 0
}

async function tell(args: AlertArgs, issueKey: string, refusals: readonly InboundMail[]) {
  const { payload, settings, mailer, now } = args
  const { siteUrl, mail } = settings
  const said = refusals.map(({ diagnostic, enhancedCode }) => diagnostic ?? enhancedCode ?? '')
  const { state } = await mailer.send({
    to: { address: mail.staff },
    ...(await refusedAsSendersMail({
      issueKey,
      count: new Set(refusals.map(({ deliveryKey }) => deliveryKey)).size,
      answers: [...new Set(said)].filter(Boolean).slice(0, MOST_QUOTED),
      siteUrl,
      postalAddress: mail.postalAddress,
    })),
    messageId: `refused-${issueKey.replace(/[^\w-]/g, '-')}@${new URL(siteUrl).hostname}`,
  })
  if (state !== 'sent') return
  const value = { at: now.toISOString() }
  await writeOnce(payload, 'mailer-state', { key: toldKey(issueKey), value })
}

/**
 * Tells staff, once an issue, that servers turned its mail away because of us.
 *
 * Safe to repeat. Where the mail is not taken it is tried again; after a crash it may be told twice, under one `Message-ID`.
 */
export async function alertOfRefusals(args: AlertArgs): Promise<void> {
  const refusals = await lateRefusals(args.payload, args.now)
  for (const [issueKey, ofIssue] of await byIssue(args.payload, refusals)) {
    if (!(await wasTold(args.payload, issueKey))) await tell(args, issueKey, ofIssue)
  }
}
