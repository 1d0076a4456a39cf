import type { CollectionBeforeChangeHook, Where } from 'payload'
import { idOf } from '@/lib/ids'
import { freeNumber, noSeat, seatNumber, seatOf, SeatsFull } from '@/lib/seats'
import type { Member } from '@/payload-types'

type Request = Parameters<CollectionBeforeChangeHook>[0]['req']

/** Where there may be any number, the next one, unless a leaver's was given away before: the list need not be read. */
async function nextNumber(organisationId: string, req: Request): Promise<number | null> {
  const count = (where: Where) => req.payload.db.count({ collection: 'members', where })
  const { totalDocs } = await count({
    and: [{ organisation: { equals: organisationId } }, { leftAt: { exists: false } }],
  })
  const next = totalDocs + 1
  const taken = await count({ seat: { equals: seatOf(organisationId, next) } })
  return taken.totalDocs === 0 ? next : null
}

async function seatIn(organisationId: string, req: Request, but?: string) {
  const organisation = await req.payload.findByID({
    collection: 'organisations',
    id: organisationId,
    overrideAccess: true,
    depth: 0,
    disableErrors: true,
    req,
  })
  const seats = organisation?.seats
  const next = seats === null || seats === undefined ? await nextNumber(organisationId, req) : null
  if (next !== null) return { number: next, seats: 0 }
  const { docs } = await req.payload.db.find<Pick<Member, 'id' | 'seat'>>({
    collection: 'members',
    where: { and: [{ organisation: { equals: organisationId } }, { leftAt: { exists: false } }] },
    select: { seat: true },
    limit: 0,
    pagination: false,
  })
  const held = docs.filter(({ id }) => id !== but).map(({ seat }) => seat)
  return { number: freeNumber(organisationId, seats, held), seats: seats ?? 0 }
}

/**
 * Gives whoever becomes a member a numbered seat of the organisation, whichever way they come in, and takes it from
 * whoever leaves. The unique index on it is what holds: of two who are given the same number, one is refused and
 * tries again (docs/decisions/025-seats.md).
 */
export const giveSeat: CollectionBeforeChangeHook<Member> = async (change) => {
  const { data, operation, req } = change
  // Payload hands over an empty row where there was none before.
  const before = operation === 'update' ? change.originalDoc : undefined
  const organisation = data.organisation ?? before?.organisation
  if (!organisation) return data
  const organisationId = idOf(organisation)
  const leftAt = data.leftAt === undefined ? before?.leftAt : data.leftAt
  if (before && leftAt) return { ...data, seat: noSeat(before.id) }
  if (seatNumber(organisationId, before?.seat) !== null) return { ...data, seat: before?.seat }

  const { number, seats } = await seatIn(organisationId, req, before?.id)
  if (number !== null) return { ...data, seat: seatOf(organisationId, number) }
  const isHereAlready = before && !before.leftAt && idOf(before.organisation) === organisationId
  if (!isHereAlready) throw new SeatsFull(seats)
  return { ...data, seat: `${organisationId}:beyond-${before.id}` }
}
