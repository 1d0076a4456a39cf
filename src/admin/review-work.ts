import type { Where } from 'payload'
import { payloadUserOf } from '@/access/viewer'
import { toLongDate } from '@/lib/london-time'
import type { Work } from './work'
import { type Asking, drafts, hrefOf, MOST } from './writing-work'

const inReviewBy = (where: Where): Where => ({
  and: [{ reviewStage: { equals: 'in-review' } }, where],
})

/** Briefings that wait for somebody else's word: an editor other than who submitted them. */
export const waitingForReview = async (asking: Asking): Promise<Work> => ({
  title: 'Waiting for your review',
  tasks: await drafts(
    asking,
    'briefings',
    inReviewBy({ submittedBy: { not_equals: asking.staff.id } }),
  ),
  whenEmpty: 'Nothing waits for your review.',
})

export const approvedToPublish = async (asking: Asking): Promise<Work> => ({
  title: 'Approved, to be published',
  tasks: await drafts(asking, 'briefings', {
    and: [
      { reviewStage: { equals: 'approved' } },
      { submittedBy: { not_equals: asking.staff.id } },
    ],
  }),
  whenEmpty: 'Nothing approved waits to be published.',
})

/** What others asked to be changed, and what still waits for them, of a person's own. */
export const ownInReview = async (asking: Asking): Promise<Work> => {
  const mine = { submittedBy: { equals: asking.staff.id } }
  const changesAsked = { and: [{ reviewStage: { equals: 'changes-asked' } }, mine] }
  const asked = await drafts(asking, 'briefings', changesAsked)
  const waiting = await drafts(asking, 'briefings', inReviewBy(mine))
  return {
    title: 'Your briefings in review',
    tasks: [
      ...asked.map((task) => ({ ...task, note: 'Changes asked of you' })),
      ...waiting.map((task) => ({ ...task, note: 'Waits for an editor' })),
    ],
    whenEmpty: 'Nothing of yours is in review.',
  }
}

/** What one editor published alone, until another approves it. */
export async function publishedAlone({ payload, staff }: Asking): Promise<Work> {
  const { docs } = await payload.find({
    collection: 'emergency-publications',
    where: { approvedAt: { exists: false } },
    sort: '-at',
    limit: MOST,
    depth: 0,
    overrideAccess: false,
    user: payloadUserOf({ kind: 'staff', staff }),
  })
  return {
    title: 'Published in an emergency',
    tasks: docs.map(({ briefingId, title, byName, at }) => ({
      label: title,
      href: hrefOf(briefingId),
      note: `By ${byName} on ${toLongDate(at)}: waits for another editor’s approval`,
    })),
    whenEmpty: 'Nothing was published by one person alone.',
  }
}
