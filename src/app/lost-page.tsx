import 'server-only'
import { headers } from 'next/headers'
import { LostReader } from '@/components/lost-reader'
import { ANSWER_HEADER, answersUnderWay } from './follow-answers'

async function answerWith(status: number): Promise<void> {
  const id = (await headers()).get(ANSWER_HEADER) ?? ''
  const answer = answersUnderWay().get(id)
  if (answer && !answer.headersSent) answer.statusCode = status
}

/** Says with the page that what was at its address is gone for good (RFC 9110, 15.5.11). */
export const answerGone = (): Promise<void> => answerWith(410)

/** Says with a page of its own words that there is nothing for the reader at its address. */
export const answerMissing = (): Promise<void> => answerWith(404)

/**
 * What a page returns when there is nothing at its address: the same words for what never was and for what is not the
 * reader's to know of, with status 404.
 *
 * Next's own `notFound()` sends an empty page that only a script fills (docs/decisions/008-not-found-without-javascript.md).
 */
export async function lostPage() {
  await answerWith(404)
  return <LostReader />
}

export const LOST = { title: 'Page not found', robots: { index: false } } as const
