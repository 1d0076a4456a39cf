import type { Payload } from 'payload'
import { reviewNews } from '@/briefings/review-news'
import { onItsOwn } from '@/lib/on-its-own'
import { oweMail } from '@/members/mails/owe-mail'

/** Puts a mail on record for each piece of news of a review that nobody was told of yet. Safe to repeat. */
export async function tendReviews(payload: Payload, now: Date): Promise<void> {
  for (const news of await reviewNews(payload, now)) {
    await onItsOwn(payload.logger, `Telling of the review of ${news.subjectId}`, () =>
      oweMail(payload, news, now),
    )
  }
}
