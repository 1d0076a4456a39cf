import type { Payload, Where } from 'payload'
import { isEditor } from '@/access/who'
import { idsOf } from '@/lib/ids'
import type { Briefing, Staff } from '@/payload-types'

/** Something about a review that one member of staff is to be told of, once. */
export type ReviewNews = {
  readonly kind: 'review-wanted' | 'review-answered' | 'review-due'
  /** The briefing. */
  readonly subjectId: string
  readonly address: string
  /** The moment it is of: a later one is other news. */
  readonly occasion: string
}

const DAY = 24 * 60 * 60 * 1000
/** What was due longer ago stands on the desk's list: an archive that is brought in mails nobody a hundred reminders. */
const REMIND_FOR_DAYS = 30

/** An author's name without an account has an address that no mail reaches (docs/decisions/011-import.md). */
const canBeMailed = ({ email }: Staff): boolean => !email.endsWith('.invalid')

async function everyStaff(payload: Payload): Promise<Staff[]> {
  const { docs } = await payload.find({
    collection: 'staff',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs.filter(canBeMailed)
}

async function briefingsWhere(payload: Payload, where: Where, draft: boolean) {
  const { docs } = await payload.find({
    collection: 'briefings',
    where,
    draft,
    pagination: false,
    depth: 0,
    select: {
      reviewStage: true,
      submittedBy: true,
      submittedAt: true,
      reviewedAt: true,
      reviewBy: true,
      authors: true,
    },
    overrideAccess: true,
  })
  return docs as Briefing[]
}

/** Editors other than who submitted it; administrators where there is no other editor. */
function mayReview(staff: readonly Staff[], submittedBy: string | null | undefined): Staff[] {
  const others = staff.filter(
    (person) => person.id !== submittedBy && isEditor({ ...person, collection: 'staff' }),
  )
  const editors = others.filter(({ role }) => role === 'editor')
  return editors.length > 0 ? editors : others
}

function newsOfReview(briefing: Briefing, staff: readonly Staff[]): ReviewNews[] {
  const { id: subjectId, reviewStage, submittedBy, submittedAt, reviewedAt } = briefing
  if (reviewStage === 'in-review' && submittedAt) {
    return mayReview(staff, submittedBy).map(({ email }) => ({
      ...{ kind: 'review-wanted', subjectId, address: email, occasion: submittedAt },
    }))
  }
  const officer = staff.find(({ id }) => id === submittedBy)
  if (!officer || !reviewedAt) return []
  return [{ kind: 'review-answered', subjectId, address: officer.email, occasion: reviewedAt }]
}

/** Its authors are reminded, or the editors where no author has an account any more. */
function reminders({ id, reviewBy, authors }: Briefing, staff: readonly Staff[]): ReviewNews[] {
  const own = idsOf(authors)
  const writers = staff.filter((person) => own.includes(person.id))
  return (writers.length > 0 ? writers : mayReview(staff, null)).map(({ email }) => ({
    ...{ kind: 'review-due', subjectId: id, address: email, occasion: reviewBy ?? '' },
  }))
}

/**
 * What staff are to be told of reviews at `now`: whose review is waited for, what became of one's own, and what is due to
 * be looked at again. Derived anew from what is stored, so nothing is lost; whoever sends it remembers what was sent.
 */
export async function reviewNews(payload: Payload, now: Date): Promise<readonly ReviewNews[]> {
  const inReview = await briefingsWhere(
    payload,
    {
      and: [
        { _status: { equals: 'draft' } },
        { reviewStage: { in: ['in-review', 'changes-asked', 'approved'] } },
      ],
    },
    true,
  )
  const since = new Date(now.getTime() - REMIND_FOR_DAYS * DAY).toISOString()
  const due = await briefingsWhere(
    payload,
    {
      and: [
        { _status: { equals: 'published' } },
        { reviewBy: { less_than_equal: now.toISOString() } },
        { reviewBy: { greater_than: since } },
        { ending: { exists: false } },
      ],
    },
    false,
  )
  if (inReview.length + due.length === 0) return []
  const staff = await everyStaff(payload)
  return [
    ...inReview.flatMap((briefing) => newsOfReview(briefing, staff)),
    ...due.flatMap((briefing) => reminders(briefing, staff)),
  ]
}
