import type { Payload } from 'payload'
import { oweMail, TO_STAFF } from '../mails/owe-mail'
import { managersOf } from './managers-of'

const DAY = 24 * 60 * 60 * 1000

/** Days from a moment to the end of the last day. The last: the day after. */
const BEFORE_DAYS = [60, 30, 7, 0] as const
const FORGOTTEN_AFTER_DAYS = 14

/** The reminder that is due, and no other: whoever missed an earlier one is not sent it late. */
function dueNow(membershipTo: string, now: Date): number | null {
  const ends = new Date(membershipTo).getTime() + DAY
  const days = (ends - now.getTime()) / DAY
  if (days < -FORGOTTEN_AFTER_DAYS) return null
  return [...BEFORE_DAYS].reverse().find((before) => days <= before) ?? null
}

/**
 * Owes each manager, and staff, a reminder 60, 30 and 7 days before a membership ends and once it has ended.
 *
 * Safe to repeat: each is one mail. A membership that is renewed has another last day, and its own reminders.
 */
export async function remindOfRenewals(payload: Payload, now: Date): Promise<void> {
  const { docs } = await payload.find({
    collection: 'organisations',
    overrideAccess: true,
    depth: 0,
    limit: 0,
    pagination: false,
    select: { membershipTo: true },
    where: {
      and: [
        { membershipTo: { less_than: new Date(now.getTime() + 61 * DAY).toISOString() } },
        { membershipTo: { greater_than: new Date(now.getTime() - 16 * DAY).toISOString() } },
      ],
    },
  })
  for (const { id, membershipTo } of docs) {
    const due = dueNow(membershipTo, now)
    if (due === null) continue
    const managers = (await managersOf(payload, id)).map(({ email }) => email)
    const occasion = `${membershipTo} ${due}`
    for (const address of [...managers, TO_STAFF]) {
      await oweMail(payload, { kind: 'renewal', subjectId: id, address, occasion }, now)
    }
  }
}
