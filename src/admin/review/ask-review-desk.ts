import type { ReviewDeskView } from '@/briefings/review-desk'
import { type DeskAnswer, postJson } from '../post-json'

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

type Done = { readonly desk: ReviewDeskView; readonly url?: string }

/** Asks the desk's route for one act. Answers what the desk shows then, or why it was not done. */
export const askReviewDesk = (briefingId: string, asked: AskReview): Promise<DeskAnswer<Done>> =>
  postJson<Done>('/api/review-desk', { ...asked, briefingId })
