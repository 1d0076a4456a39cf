import type { Standing } from '@/access/stage-rules'

const REVIEW = {
  draft: 'Draft',
  'in-review': 'In review: waits for another editor',
  'changes-asked': 'Changes asked',
  approved: 'Approved: an editor other than who submitted it publishes it',
}

/** Where a briefing stands, in a line for those who work on it. */
export function stageInWords(standing: Standing): string {
  const { ending, isDraft, isPublic, publishedAloneBy, stage } = standing
  if (ending === 'withdrawn' && !isPublic) return 'Withdrawn'
  if (isDraft) return isPublic ? `${REVIEW[stage]}. Readers have the version before` : REVIEW[stage]
  if (publishedAloneBy) return 'Published by one person: waits for another editor’s approval'
  return ending === 'superseded' ? 'Superseded' : 'Published'
}
