import type { Mail } from '@/mail/mailer'
import { FOLLOWS_NOTHING } from './follows'
import { comingArticles } from './announced-articles'
import { comingItems } from './coming-items'
import { composeBody, mailFor } from './compose'
import { openIssue } from './open-issue'
import { type Preview, previewMail, type PreviewArgs } from './preview-mail'
import { stillPublic } from './still-public'

/** Stands where a reader's token does, and is nobody's: no signature of ours is in it, so that it changes nothing. */
export const NOBODYS_TOKEN = 'v1this-is-a-preview-and-its-links-are-nobodys---'

const TOKEN_IN_HEADER = /\/u\/([^>/]+)>/

/** The same mail with links that are nobody's, and without what ties it to a delivery: for who is not its reader. */
export function forNobody(mail: Mail): Mail {
  const { to, subject, replyTo } = mail
  const token = TOKEN_IN_HEADER.exec(mail.headers?.['List-Unsubscribe'] ?? '')?.[1]
  const blank = (text: string) => (token ? text.replaceAll(token, NOBODYS_TOKEN) : text)
  const headers = Object.entries(mail.headers ?? {}).map(([name, value]) => [name, blank(value)])
  return {
    to,
    subject,
    ...(replyTo === undefined ? {} : { replyTo }),
    text: blank(mail.text),
    ...(mail.html === undefined ? {} : { html: blank(mail.html) }),
    headers: Object.fromEntries(headers) as Record<string, string>,
  }
}

type WholeArgs = Omit<PreviewArgs, 'address' | 'findsAmong'>

/** The coming issue as one who takes every topic, and has been told of nothing yet, would get it. */
async function wholeIssue({ payload, settings, now }: WholeArgs): Promise<Preview> {
  const issue = await openIssue({ payload, settings, now })
  const items = await stillPublic(payload, await comingItems(payload, issue, now), now)
  if (items.length === 0) return { kind: 'none', reason: 'nothing new has been published' }
  const articles = await comingArticles(payload, issue, now)
  const body = await composeBody({
    issue: { ...issue, articles },
    chosen: { items, carried: [], found: [], foundBy: new Map() },
    topics: [],
    follows: FOLLOWS_NOTHING,
    settings,
  })
  const delivery = { address: settings.mail.staff, issueKey: issue.key, token: 'preview' }
  return { kind: 'mail', mail: mailFor(delivery, body, NOBODYS_TOKEN, settings) }
}

type StaffPreviewArgs = WholeArgs &
  Pick<PreviewArgs, 'findsAmong'> & {
    /** As whom; the whole issue if left out. */
    readonly address?: string | undefined
  }

/** What a member would get, or the whole issue, with links that are nobody's: for staff to look at. Sends nothing. */
export async function previewForStaff(args: StaffPreviewArgs): Promise<Preview> {
  const { address } = args
  const found = address ? await previewMail({ ...args, address }) : await wholeIssue(args)
  return found.kind === 'mail' ? { kind: 'mail', mail: forNobody(found.mail) } : found
}
