import type { Payload } from 'payload'
import { keepRecord } from '@/access/record/keep-record'
import { type StageAction, type Standing, whyNotMove } from '@/access/stage-rules'
import { isEditor } from '@/access/who'
import { whatBlocks } from '@/lib/checks/check-briefing'
import type { Briefing, EmergencyPublication, Staff } from '@/payload-types'

export type MoveStageArgs = {
  readonly payload: Payload
  readonly id: string
  readonly action: StageAction
  readonly staff: Staff
  /** What is to be changed, or why it is superseded or withdrawn: public in the last two cases. */
  readonly note?: string
  /** The reference of the published briefing to read instead. */
  readonly replacedBy?: string
  readonly now: Date
}

export type MoveStageOutcome =
  | { readonly kind: 'moved'; readonly standing: Standing }
  /** `why` is a sentence for the person who asked. */
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'incomplete'; readonly why: string }
  | { readonly kind: 'no-such-briefing' }

type Found = {
  readonly latest: Briefing
  /** What readers are served, whatever lies over it. */
  readonly stored: Briefing
  readonly alone: EmergencyPublication | null
}

async function find(payload: Payload, id: string): Promise<Found | null> {
  const versionOf = async (draft: boolean) =>
    payload.findByID({
      collection: 'briefings',
      id,
      draft,
      depth: 0,
      disableErrors: true,
      overrideAccess: true,
    })
  const [latest, stored] = [await versionOf(true), await versionOf(false)]
  if (!latest || !stored) return null
  const { docs } = await payload.find({
    collection: 'emergency-publications',
    where: { and: [{ briefingId: { equals: id } }, { approvedAt: { exists: false } }] },
    sort: '-at',
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  return { latest, stored, alone: docs[0] ?? null }
}

const standingOf = ({ latest, stored, alone }: Found): Standing => ({
  stage: latest.reviewStage ?? 'draft',
  submittedBy: latest.submittedBy ?? null,
  isDraft: latest._status !== 'published',
  isPublic: stored._status === 'published',
  ending: latest.ending ?? null,
  publishedAloneBy: alone?.by ?? null,
})

/** Where a briefing stands in its review, or null where there is none of this id. */
export async function readStanding(payload: Payload, id: string): Promise<Standing | null> {
  const found = await find(payload, id)
  return found && standingOf(found)
}

const askerOf = (staff: Staff) => ({
  id: staff.id,
  isEditor: isEditor({ ...staff, collection: 'staff' }),
})

const NEEDS_NOTE: Partial<Record<StageAction, string>> = {
  'ask-changes': 'Say what should change.',
  supersede: 'Give the reason: readers are shown it.',
  withdraw: 'Give the reason: readers are shown it.',
}

type Replacement = { readonly id: string | null } | { readonly why: string }

async function replacementOf({ payload, id, replacedBy }: MoveStageArgs): Promise<Replacement> {
  const reference = replacedBy?.trim()
  if (!reference) return { id: null }
  const { docs } = await payload.find({
    collection: 'briefings',
    where: { and: [{ reference: { equals: reference } }, { _status: { equals: 'published' } }] },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const [found] = docs
  if (!found) return { why: `No published briefing has the reference ${reference}.` }
  return found.id === id ? { why: 'A briefing cannot replace itself.' } : { id: found.id }
}

function whatIsMissing(
  { action, note, replacedBy }: MoveStageArgs,
  { latest }: Found,
): string | null {
  if (NEEDS_NOTE[action] && !note?.trim()) return NEEDS_NOTE[action]
  if (action === 'submit') {
    const faults = whatBlocks(latest).map(({ says }) => says)
    return faults.length > 0 ? `It is not ready yet. ${faults.join(' ')}` : null
  }
  return action === 'supersede' && !replacedBy?.trim()
    ? 'Give the reference of the briefing to read instead.'
    : null
}

const TEXT_ENDS = 400

const draftChange = ({ action, staff, note, now }: MoveStageArgs): Partial<Briefing> | null => {
  const at = now.toISOString()
  const reviewed = { reviewedBy: staff.id, reviewedAt: at }
  if (action === 'submit') {
    return { reviewStage: 'in-review', submittedBy: staff.id, submittedAt: at, reviewNote: null }
  }
  if (action === 'take-back') {
    return { reviewStage: 'draft', submittedBy: null, submittedAt: null, reviewNote: null }
  }
  if (action === 'ask-changes') {
    return { ...reviewed, reviewStage: 'changes-asked', reviewNote: note?.trim() ?? null }
  }
  return action === 'approve' ? { ...reviewed, reviewStage: 'approved', reviewNote: null } : null
}

const KEPT_BY_THE_DATABASE = new Set(['id', 'createdAt', 'updatedAt'])

/** The content readers have, to be saved again: what lies over it stays among the versions. */
const contentOf = (briefing: Briefing): Partial<Briefing> =>
  Object.fromEntries(Object.entries(briefing).filter(([name]) => !KEPT_BY_THE_DATABASE.has(name)))

function endingChange(
  { action, note }: MoveStageArgs,
  { latest, stored }: Found,
  replacedBy: string | null,
) {
  const ended = { endingReason: note?.trim().slice(0, TEXT_ENDS) ?? null, replacedBy }
  if (action === 'supersede') {
    return { ...contentOf(stored), ...ended, ending: 'superseded' as const }
  }
  if (action === 'withdraw') {
    return {
      ...contentOf(stored),
      ...ended,
      ending: 'withdrawn' as const,
      _status: 'draft' as const,
    }
  }
  const restored = latest.ending === 'withdrawn' ? contentOf(latest) : contentOf(stored)
  return { ...restored, ending: null, endingReason: null, replacedBy: null }
}

async function save(args: MoveStageArgs, found: Found, replacedBy: string | null): Promise<void> {
  const { payload, id, action, staff, now } = args
  if (action === 'approve-afterwards') {
    if (!found.alone) return
    await payload.update({
      collection: 'emergency-publications',
      id: found.alone.id,
      overrideAccess: true,
      data: { approvedBy: staff.id, approvedByName: staff.name, approvedAt: now.toISOString() },
    })
    return
  }
  const ofDraft = draftChange(args)
  await payload.update({
    collection: 'briefings',
    id,
    draft: ofDraft !== null,
    depth: 0,
    overrideAccess: true,
    data: ofDraft ?? endingChange(args, found, replacedBy),
    context: { now, isStageMove: true },
  })
}

const record = ({ payload, staff, action, now }: MoveStageArgs, { latest }: Found) =>
  keepRecord(payload, {
    act: 'stage-moved',
    by: { kind: 'staff', id: staff.id, name: staff.name },
    on: { kind: 'briefings', id: latest.id, name: latest.title },
    details: action,
    now,
  })

/**
 * Moves a briefing on in its review, or ends it, at a member of staff's word (docs/decisions/026-stages.md).
 *
 * Publication itself is a save. Safe to repeat: a second time it is refused with the reason. A withdrawn briefing is
 * gone from every list at once; what is read of it is its title, the reason and the link onward.
 */
export async function moveStage(args: MoveStageArgs): Promise<MoveStageOutcome> {
  const found = await find(args.payload, args.id)
  if (!found) return { kind: 'no-such-briefing' }
  const why = whyNotMove(args.action, standingOf(found), askerOf(args.staff))
  if (why) return { kind: 'refused', why }
  const missing = whatIsMissing(args, found)
  if (missing) return { kind: 'incomplete', why: missing }
  const replacement = await replacementOf(args)
  if ('why' in replacement) return { kind: 'incomplete', why: replacement.why }
  await save(args, found, replacement.id)
  await record(args, found)
  const after = await find(args.payload, args.id)
  return after ? { kind: 'moved', standing: standingOf(after) } : { kind: 'no-such-briefing' }
}
