import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { refusal } from '@/lib/refusal'
import { type Standing, whyNotPublish } from '@/access/stage-rules'
import { isEditor, now } from '@/access/who'
import { sameSubstance } from '@/lib/same-substance'
import type { Briefing } from '@/payload-types'

const REVIEWED = ['title', 'summary', 'keyPoints', 'body', 'sources', 'attachments'] as const

const NOT_REVIEWED = {
  reviewStage: 'draft',
  submittedBy: null,
  submittedAt: null,
  reviewNote: null,
} as const satisfies Partial<Briefing>

async function isPublic({ id }: Briefing, { payload }: PayloadRequest): Promise<boolean> {
  const { totalDocs } = await payload.count({
    collection: 'briefings',
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
    overrideAccess: true,
  })
  return totalDocs > 0
}

async function standingOf(before: Briefing | undefined, req: PayloadRequest): Promise<Standing> {
  return {
    stage: before?.reviewStage ?? 'draft',
    submittedBy: before?.submittedBy ?? null,
    isDraft: before?._status !== 'published',
    isPublic: before ? await isPublic(before, req) : false,
    ending: before?.ending ?? null,
    publishedAloneBy: null,
  }
}

/** Kept before the publication it excuses: a crash in between leaves a line too many, never one too few. */
async function noteEmergency(data: Partial<Briefing>, before: Briefing, req: PayloadRequest) {
  if (req.user?.collection !== 'staff') return
  await req.payload.create({
    collection: 'emergency-publications',
    overrideAccess: true,
    data: {
      briefingId: before.id,
      title: data.title ?? before.title,
      by: req.user.id,
      byName: req.user.name,
      at: now(req).toISOString(),
      reason: data.emergencyReason?.trim() ?? '',
    },
  })
}

const changesText = (data: Partial<Briefing>, before: Briefing): boolean =>
  REVIEWED.some((name) => data[name] !== undefined && !sameSubstance(data[name], before[name]))

/** An approval is of a text: who submitted it, or wrote on it without being an editor, takes the approval back with a change. */
function keepApproval(data: Partial<Briefing>, before: Briefing | undefined, req: PayloadRequest) {
  if (before?.reviewStage !== 'approved' || !changesText(data, before)) return data
  const isReviewers = isEditor(req.user) && before.submittedBy !== req.user?.id
  return isReviewers ? data : { ...data, reviewStage: 'in-review' as const, reviewedBy: null }
}

/** A copy and an older version come without the word of those who read the text they are of, and without its end. */
function asUnreviewed(data: Partial<Briefing>, before: Briefing | undefined): Partial<Briefing> {
  const { ending = null, endingReason = null, replacedBy = null } = before ?? {}
  return { ...data, ...NOT_REVIEWED, emergencyReason: null, ending, endingReason, replacedBy }
}

/** What the service itself creates has the end it was given: an import brings briefings along that were withdrawn elsewhere. */
const isCopyOrOld = (operation: string, { context, user }: PayloadRequest): boolean =>
  context.isRestoringVersion === true || (operation === 'create' && user !== null)

/**
 * Two people stand behind what readers get: who submitted a version cannot publish it (docs/decisions/026-stages.md).
 *
 * Holds on every way in. The service's own saves have no user and pass.
 * @throws {APIError} 403 with what to do instead.
 */
export const followReview: CollectionBeforeChangeHook<Briefing> = async ({
  data: saved,
  operation,
  originalDoc,
  req,
}) => {
  const before = operation === 'update' ? originalDoc : undefined
  const data = isCopyOrOld(operation, req)
    ? asUnreviewed(saved, before)
    : operation === 'create'
      ? { ...saved, ...NOT_REVIEWED }
      : saved
  const becomesPublic = data._status === 'published'
  if (req.user?.collection !== 'staff') {
    return becomesPublic ? { ...data, ...NOT_REVIEWED } : data
  }
  if (!becomesPublic) return keepApproval(data, before, req)

  const isSubstantial = data.updateKind === 'substantial'
  const why = whyNotPublish(await standingOf(before, req), { id: req.user.id }, isSubstantial)
  if (why && !data.emergencyReason?.trim()) throw refusal(why, 403)
  if (why && !before) {
    throw refusal('Save it as a draft first, then publish it.', 403)
  }
  if (why && before) await noteEmergency(data, before, req)
  return { ...data, ...NOT_REVIEWED, emergencyReason: null }
}
