import type { Payload, Where } from 'payload'
import { throughConflicts } from '@/lib/write-once'
import type { Member } from '@/payload-types'

/** How long a leaver can be put back with all they had. Then the account is erased. */
export const KEPT_FOR_DAYS = 30
const HOUR = 60 * 60 * 1000
const KEPT_FOR = KEPT_FOR_DAYS * 24 * HOUR

/** Stands for the day of leaving once the erasure has begun. */
const BEING_ERASED = new Date(0).toISOString()

/** Nobody sees such a leaver, but where a fault kept the erasure from its end: it is tried again within the hour. */
export const isBeingErased = ({ leftAt }: Pick<Member, 'leftAt'>): boolean =>
  leftAt === BEING_ERASED

type Leaver = Pick<Member, 'id' | 'leftAt'>

const leftBefore = (now: Date): string => new Date(now.getTime() - KEPT_FOR).toISOString()

export const isDue = (now: Date): Where => ({ leftAt: { less_than: leftBefore(now) } })

async function moveDay(payload: Payload, where: Where[], leftAt: string): Promise<boolean> {
  const row: unknown = await throughConflicts(() =>
    payload.db.updateOne({
      collection: 'members',
      where: { and: where },
      data: { leftAt },
      options: { atomic: true },
    }),
  )
  return row !== null
}

/**
 * Takes a leaver whose days are over for erasure: nobody brings them back from then on.
 * @returns false for who was put back meanwhile. Safe to repeat.
 */
export const claimForErasure = (payload: Payload, id: string, now: Date): Promise<boolean> =>
  moveDay(payload, [{ id: { equals: id } }, isDue(now)], BEING_ERASED)

/**
 * Keeps a leaver who is to come back from being erased meanwhile, for an hour.
 * @returns false for one whose erasure has begun, or who was changed in this moment.
 */
export async function keepFromErasure(
  payload: Payload,
  { id, leftAt }: Leaver,
  now: Date,
): Promise<boolean> {
  if (!leftAt || leftAt >= leftBefore(new Date(now.getTime() + HOUR))) return true
  if (isBeingErased({ leftAt })) return false
  const asRead: Where[] = [{ id: { equals: id } }, { leftAt: { equals: leftAt } }]
  return moveDay(payload, asRead, leftBefore(new Date(now.getTime() + 2 * HOUR)))
}
