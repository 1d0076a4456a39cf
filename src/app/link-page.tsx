import 'server-only'
import { headers } from 'next/headers'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { waitSentence } from '@/lib/limit'
import { ANSWER_HEADER, answersUnderWay } from './follow-answers'
import { countLook } from './limit-links'

/** Kept off other sites' logs, out of caches and out of search engines: the address is the reader's key. */
export const LINK_METADATA = {
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
} as const

/** The page for one who opens links more often than anybody could mean to, with status 429; null for all others. */
export async function tooManyLooks(title: string) {
  const asked = new Headers(await headers())
  const counted = await countLook(asked, new Date())
  const answer = answersUnderWay().get(asked.get(ANSWER_HEADER) ?? '')
  if (answer && !answer.headersSent) answer.setHeader('Referrer-Policy', 'no-referrer')
  if (counted.kind === 'allowed') return null
  if (answer && !answer.headersSent) answer.statusCode = 429
  return (
    <Page title={title}>
      <Notice tone="warning">
        <p>{waitSentence(counted.minutes)}</p>
      </Notice>
    </Page>
  )
}

/** The same for every link that is nobody's: cut off, made up, or of somebody whose account is gone. */
export const UnknownLink = ({ title }: { readonly title: string }) => (
  <Page title={title}>
    <Notice tone="warning" title="This link does not work">
      <p>
        Perhaps it was cut off on its way. Try the one at the foot of your latest Bulletin, or{' '}
        <a href="/sign-in?next=/account" className="plain-link">
          sign in
        </a>{' '}
        to change what you get.
      </p>
    </Notice>
  </Page>
)
