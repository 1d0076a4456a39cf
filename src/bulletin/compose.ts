import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import { writeOnce } from '@/lib/write-once'
import type { Mail } from '@/mail/mailer'
import type { BulletinBody, BulletinDelivery } from '@/payload-types'
import { bulletinMail } from '@templates/bulletin/bulletin-mail'
import { articlesOf } from './announced-articles'
import {
  bulletinViewOf,
  issueSlug,
  MOST_ENTRIES,
  TOKEN_PLACE,
  type ViewArgs,
} from './bulletin-view-of'
import { readBody } from './carried-items'
import { allChosen, type ChosenItems } from './choose-items'
import type { AnnouncedItem } from './items'

export type ComposedBody = Pick<BulletinBody, 'subject' | 'html' | 'text'>

const references = (items: readonly AnnouncedItem[]) =>
  items.map(({ briefingId, edition }) => ({ briefingId, edition }))

/** Names of searches are their members' own: a body that holds some is kept for those with the very same. */
const bySearches = ({ found, foundBy }: ChosenItems) =>
  foundBy.size === 0
    ? []
    : [found.map(({ name, path, items }) => [name, path, references(items)]), [...foundBy]]

const byFollowing = ({ follows: { scope, series, briefings } }: ViewArgs) =>
  scope === 'topics' && series.length + briefings.length === 0
    ? []
    : [scope, series, briefings].map((part) => JSON.stringify(part))

/** The same for all who get the same items of one issue, set out by the same topics, follows and saved searches. */
export const itemSetHash = (args: ViewArgs): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        references(args.chosen.items),
        references(args.chosen.carried),
        args.topics.map(({ id }) => id),
        articlesOf(args.issue).map(({ id }) => id),
        ...bySearches(args.chosen),
        ...byFollowing(args),
      ]),
    )
    .digest('hex')
    .slice(0, 32)

/** Well under the 102 KB at which Gmail cuts a mail off, and its ways out with it. */
const LARGEST_HTML = 60_000

/** Names fewer briefings, down to one, where long texts would make a mail too large: the others are counted. */
export async function composeBody(args: ViewArgs, most = MOST_ENTRIES): Promise<ComposedBody> {
  const body = await bulletinMail(bulletinViewOf(args, most))
  const isSmall = Buffer.byteLength(body.html) <= LARGEST_HTML
  return isSmall || most === 1 ? body : composeBody(args, Math.max(1, Math.floor(most * 0.75)))
}

/**
 * The body for a set of items, rendered once an issue and kept. Safe to repeat: the first one kept is the one sent.
 *
 * @returns the hash under which it is kept.
 */
export async function keepBody(payload: Payload, args: ViewArgs): Promise<string> {
  const hash = itemSetHash(args)
  const issueKey = args.issue.key
  const kept = await readBody(payload, issueKey, hash)
  if (kept && hasWords(kept)) return hash
  const composed = await composeBody(args)
  if (kept) {
    const where = { id: { equals: kept.id } }
    await payload.db.updateOne({ collection: 'bulletin-bodies', where, data: { ...composed } })
    return hash
  }
  const items = references(allChosen(args.chosen))
  await writeOnce(payload, 'bulletin-bodies', { ...composed, issueKey, itemSetHash: hash, items })
  return hash
}

/** False for a body of an issue long closed: its words were forgotten, what it told of was not. */
export const hasWords = ({ html }: Pick<BulletinBody, 'html'>): boolean => html !== ''

type Addressed = Pick<BulletinDelivery, 'address' | 'issueKey' | 'token'> &
  Partial<Pick<BulletinDelivery, 'messageId'>>

type HeaderSettings = Pick<Settings, 'siteUrl' | 'mail'>

const bareAddress = (address: string): string => /<([^>]+)>/.exec(address)?.[1] ?? address

/**
 * What tells mail programs that this is a list and how to leave it.
 *
 * RFC 8058 (one click), RFC 2369 and 2919 (list), RFC 3834 and MS-OXCMAIL 2.1.3.2.20 (no automatic replies).
 */
export function listHeaders(
  { issueKey }: Pick<Addressed, 'issueKey'>,
  token: string,
  { siteUrl, mail }: HeaderSettings,
) {
  return {
    'List-Unsubscribe': `<${siteUrl}/u/${token}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': mail.listId,
    'List-Help': `<${siteUrl}/bulletin>`,
    'List-Archive': `<${siteUrl}/bulletin>`,
    'List-Owner': `<mailto:${bareAddress(mail.replyTo)}>`,
    'List-Post': 'NO',
    'Auto-Submitted': 'auto-generated',
    Precedence: 'bulk',
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
    'Feedback-ID': `${issueSlug(issueKey)}:bulletin:prod:signpost`,
  }
}

/** One reader's mail from the body kept for many. The same delivery makes the same mail, Message-ID and all. */
export function mailFor(
  delivery: Addressed,
  body: ComposedBody,
  readerToken: string,
  settings: HeaderSettings,
): Mail {
  const { mail } = settings
  return {
    to: { address: delivery.address },
    subject: body.subject,
    html: body.html.replaceAll(TOKEN_PLACE, readerToken),
    text: body.text.replaceAll(TOKEN_PLACE, readerToken),
    replyTo: mail.replyTo,
    messageId: delivery.messageId ?? undefined,
    envelopeFrom: mail.bounceDomain ? `b+${delivery.token}@${mail.bounceDomain}` : undefined,
    envelopeId: delivery.token,
    headers: listHeaders(delivery, readerToken, settings),
  }
}
