import type { Briefing } from '@/payload-types'

export type Stage =
  | 'Draft'
  | 'In review'
  | 'Changes asked'
  | 'Approved'
  | 'Published'
  | 'Scheduled'
  | 'Changed since publication'
  | 'Superseded'
  | 'Withdrawn'

/** What is read of the latest version. Articles have neither review nor ending. */
type Latest = {
  readonly _status?: string | null
  readonly publishedAt?: string | null
} & Partial<Pick<Briefing, 'reviewStage' | 'ending'>>

const IN_REVIEW: Partial<Record<NonNullable<Briefing['reviewStage']>, Stage>> = {
  'in-review': 'In review',
  'changes-asked': 'Changes asked',
  approved: 'Approved',
}

/** What an officer should know of a document at a glance: of its latest version, and whether readers have an earlier one. */
export function stageOf(
  { _status, publishedAt, reviewStage, ending }: Latest,
  { isPublic, now }: { readonly isPublic: boolean; readonly now: Date },
): Stage {
  if (_status !== 'published') {
    if (ending === 'withdrawn' && !isPublic) return 'Withdrawn'
    const inReview = IN_REVIEW[reviewStage ?? 'draft']
    return inReview ?? (isPublic ? 'Changed since publication' : 'Draft')
  }
  if (ending === 'superseded') return 'Superseded'
  const isAhead = Boolean(publishedAt) && new Date(publishedAt ?? 0) > now
  return isAhead ? 'Scheduled' : 'Published'
}
