import { memberIdOf } from './member-id-of'
import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { Mail } from '@/mail/mailer'
import type { BulletinIssue } from '@/payload-types'
import { comingArticles } from './announced-articles'
import { allChosen } from './choose-items'
import { comingItems } from './coming-items'
import { composeBody, mailFor } from './compose'
import { chooseFor } from './enrol'
import { type FindsAmong, gatherNews } from './issue-news'
import { openIssue } from './open-issue'
import { readerOf } from './reader'
import { deliveryToken, subscriberToken } from './tokens'

export type PreviewArgs = {
  readonly payload: Payload
  readonly settings: Settings
  readonly findsAmong: FindsAmong
  readonly address: string
  readonly now: Date
}

export type Preview =
  | { readonly kind: 'mail'; readonly mail: Mail }
  | { readonly kind: 'none'; readonly reason: string }

const none = (reason: string): Preview => ({ kind: 'none', reason })

async function withComingArticles(payload: Payload, issue: BulletinIssue, now: Date) {
  const articles = await comingArticles(payload, issue, now)
  return { ...issue, articles: articles as unknown as BulletinIssue['articles'] }
}

/** The very message a member would get if the coming issue went out now, or why there would be none. Sends nothing. */
export async function previewMail(args: PreviewArgs): Promise<Preview> {
  const { payload, settings, address, now } = args
  const memberId = await memberIdOf(payload, address)
  if (!memberId) return none('there is no member with this address')
  const reader = await readerOf({ payload, settings, now }, memberId)
  if (!reader) return none('this member has never subscribed')
  if (reader.bar) return none(reader.bar.reason)

  const issue = await openIssue({ payload, settings, now })
  const items = await comingItems(payload, issue, now)
  const news = await gatherNews({ ...args, items })
  const chosen = await chooseFor(payload, reader, news, issue.key, now)
  if (allChosen(chosen).length === 0) return none('nothing new on their topics')
  const body = await composeBody({
    ...reader,
    issue: await withComingArticles(payload, issue, now),
    chosen,
    settings,
  })
  const token = deliveryToken(settings.secret, `${issue.key}:${memberId}`)
  const delivery = {
    address: reader.member.email,
    issueKey: issue.key,
    token,
    messageId: `${token}@${new URL(settings.siteUrl).hostname}`,
  }
  const readerToken = subscriberToken(settings.secret, reader.subscriptionId)
  return { kind: 'mail', mail: mailFor(delivery, body, readerToken, settings) }
}
