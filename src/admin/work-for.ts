import type { Staff } from '@/payload-types'
import { endingMemberships, newEnquiries, whoIsHere } from './people-work'
import type { Work } from './work'
import {
  type Asking,
  comingInBulletin,
  draftsToPublish,
  myDrafts,
  reviewsDue,
  scheduled,
} from './writing-work'

const LISTS: Record<Staff['role'], readonly ((asking: Asking) => Promise<Work>)[]> = {
  officer: [myDrafts, reviewsDue, newEnquiries],
  editor: [draftsToPublish, scheduled, comingInBulletin],
  administrator: [endingMemberships, newEnquiries, whoIsHere],
}

/** What waits for one member of staff, by their role. Reads as that person, and so never more than they may. */
export const workFor = (asking: Asking): Promise<readonly Work[]> =>
  Promise.all(LISTS[asking.staff.role].map((list) => list(asking)))
