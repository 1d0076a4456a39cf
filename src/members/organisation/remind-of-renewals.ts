import type { Payload } from 'payload'
import { londonDay } from '@/lib/london-time'
import { onItsOwn } from '@/lib/on-its-own'
import type { Organisation } from '@/payload-types'
import { oweMail, TO_STAFF } from '../mails/owe-mail'
import { managersOf } from './managers-of'

const DAY = 24 * 60 * 60 * 1000

/** Days until nothing is left, the last day of membership counted: 1 on that day, and 0 on the day after. */
const BEFORE_DAYS = [60, 30, 7, 0] as const
const FORGOTTEN_AFTER_DAYS = 14

/** The reminder that is due, and no other: whoever missed an earlier one is not sent it late. */
function dueNow(membershipTo: string, now: Date): number | null {
  const days = londonDay(membershipTo) + 1 - londonDay(now)
  if (days < -FORGOTTEN_AFTER_DAYS) return null
  return [...BEFORE_DAYS].reverse().find((before) => days <= before) ?? null
}

type Ends = Pick<Organisation, 'id' | 'membershipTo'>

async function remind(payload: Payload, { id, membershipTo }: Ends, now: Date): Promise<void> {
  const due = dueNow(membershipTo, now)
  if (due === null) return
  const managers = (await managersOf(payload, id)).map(({ email }) => email)
  const occasion = `${membershipTo} ${due}`
  for (const address of [...managers, TO_STAFF]) {
    await oweMail(payload, { kind: 'renewal', subjectId: id, address, occasion }, now)
  }
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
  for (const organisation of docs) {
    await onItsOwn(payload.logger, `Reminding the organisation ${organisation.id}`, () =>
      remind(payload, organisation, now),
    )
  }
}
