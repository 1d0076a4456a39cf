import type { Briefing } from '@/payload-types'

/** Where the latest version of a briefing stands between two publications. */
export type ReviewStage = NonNullable<Briefing['reviewStage']>

export type StageAction =
  | 'submit'
  | 'take-back'
  | 'ask-changes'
  | 'approve'
  | 'approve-afterwards'
  | 'supersede'
  | 'withdraw'
  | 'bring-back'

/** Who asks, as far as the rules look. */
export type Asker = { readonly id: string; readonly isEditor: boolean }

/** What the rules look at of a briefing. */
export type Standing = {
  readonly stage: ReviewStage
  readonly submittedBy: string | null
  /** Whether the latest version is a draft, over something public or not. */
  readonly isDraft: boolean
  /** Whether readers have it, or will on its day. */
  readonly isPublic: boolean
  readonly ending: NonNullable<Briefing['ending']> | null
  /** Who published it alone, as long as nobody else has approved that. */
  readonly publishedAloneBy: string | null
}

type Rule = (standing: Standing, asker: Asker) => string | null

const EDITORS_ONLY = 'Only an editor can do this.'
const NOT_YOUR_OWN = 'You submitted it: somebody else has to decide.'
const NOT_IN_REVIEW = 'It is not in review.'

const byAnotherEditor = ({ submittedBy }: Standing, asker: Asker): string | null => {
  if (!asker.isEditor) return EDITORS_ONLY
  return submittedBy === asker.id ? NOT_YOUR_OWN : null
}

const inReviewByAnotherEditor: Rule = (standing, asker) => {
  if (standing.stage !== 'in-review' || !standing.isDraft) return NOT_IN_REVIEW
  return byAnotherEditor(standing, asker)
}

const RULES: Readonly<Record<StageAction, Rule>> = {
  submit: ({ stage, isDraft, ending }) => {
    if (ending === 'withdrawn') return 'It was withdrawn. Bring it back first.'
    if (!isDraft) return 'There is no draft to submit: readers have this version.'
    return stage === 'in-review' || stage === 'approved' ? 'It has been submitted already.' : null
  },
  'take-back': ({ stage, submittedBy }, { id }) => {
    if (stage !== 'in-review' && stage !== 'approved') return NOT_IN_REVIEW
    return submittedBy === id ? null : 'Only who submitted it can take it back.'
  },
  'ask-changes': inReviewByAnotherEditor,
  approve: inReviewByAnotherEditor,
  'approve-afterwards': ({ publishedAloneBy }, { id, isEditor }) => {
    if (!isEditor) return EDITORS_ONLY
    if (!publishedAloneBy) return 'It waits for no approval.'
    return publishedAloneBy === id ? 'You published it: somebody else has to approve.' : null
  },
  supersede: ({ isPublic, isDraft }, { isEditor }) => {
    if (!isEditor) return EDITORS_ONLY
    if (!isPublic) return 'Only what readers have can be superseded.'
    return isDraft
      ? 'A draft lies over it. Publish it or restore the published version first.'
      : null
  },
  withdraw: ({ isPublic }, { isEditor }) => {
    if (!isEditor) return EDITORS_ONLY
    return isPublic ? null : 'Only what readers have can be withdrawn.'
  },
  'bring-back': ({ ending }, { isEditor }) => {
    if (!isEditor) return EDITORS_ONLY
    return ending ? null : 'It is neither superseded nor withdrawn.'
  },
}

/** Why somebody may not move a briefing on in this way, in a sentence for them, or null where they may. */
export const whyNotMove = (action: StageAction, standing: Standing, asker: Asker): string | null =>
  RULES[action](standing, asker)

export const STAGE_ACTIONS = Object.keys(RULES) as StageAction[]

/**
 * Why an editor may not publish the latest version, or null where they may: two people stand behind what readers get.
 *
 * A correction of what readers have, saved straight over it, asks for no second person unless it is a substantial update.
 */
export function whyNotPublish(
  { stage, submittedBy, isDraft, isPublic }: Standing,
  { id }: Pick<Asker, 'id'>,
  isSubstantial: boolean,
): string | null {
  if (isPublic && !isDraft && !isSubstantial) return null
  if (stage !== 'in-review' && stage !== 'approved') {
    return 'Nobody has submitted this version. Submit it for review, and another editor publishes it.'
  }
  return submittedBy === id
    ? 'You submitted this version, so another editor publishes it. In an emergency, give the reason under “Review”.'
    : null
}
