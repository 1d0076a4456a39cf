import type { ReviewDeskView } from '@/briefings/review-desk'

export type AskReview =
  | {
      readonly act: 'comment'
      readonly text: string
      readonly place?: string
      readonly quote?: string
      readonly answerTo?: string
    }
  | { readonly act: 'resolve' | 'reopen'; readonly commentId: string }
  | { readonly act: 'invite'; readonly name: string; readonly days: number }
  | { readonly act: 'end-link'; readonly linkId: string }

export type ReviewAnswer =
  | { readonly kind: 'done'; readonly desk: ReviewDeskView; readonly url: string | null }
  | { readonly kind: 'refused'; readonly why: string }

type Body = {
  readonly desk?: ReviewDeskView
  readonly url?: string
  readonly error?: { readonly message?: string }
}

/** Asks the desk's route for one act. Answers what the desk shows then, or why it was not done. */
export async function askReviewDesk(briefingId: string, asked: AskReview): Promise<ReviewAnswer> {
  try {
    const answer = await fetch('/api/review-desk', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...asked, briefingId }),
    })
    const body = (await answer.json()) as Body
    if (answer.ok && body.desk) return { kind: 'done', desk: body.desk, url: body.url ?? null }
    return { kind: 'refused', why: body.error?.message ?? 'It did not work. Try again.' }
  } catch {
    return { kind: 'refused', why: 'The service does not answer. Try again.' }
  }
}
