import type { Staff } from '@/payload-types'
import { sourcesToLookAt } from './evidence-work'
import { endingMemberships, newEnquiries, whoIsHere } from './people-work'
import type { Work } from './work'
import { approvedToPublish, ownInReview, publishedAlone, waitingForReview } from './review-work'
import { type Asking, comingInBulletin, myDrafts, reviewsDue, scheduled } from './writing-work'

const LISTS: Record<Staff['role'], readonly ((asking: Asking) => Promise<Work>)[]> = {
  officer: [myDrafts, ownInReview, reviewsDue, sourcesToLookAt, newEnquiries],
  editor: [waitingForReview, approvedToPublish, publishedAlone, scheduled, comingInBulletin],
  administrator: [endingMemberships, newEnquiries, whoIsHere],
}

/** What waits for one member of staff, by their role. Reads as that person, and so never more than they may. */
export const workFor = (asking: Asking): Promise<readonly Work[]> =>
  Promise.all(LISTS[asking.staff.role].map((list) => list(asking)))
