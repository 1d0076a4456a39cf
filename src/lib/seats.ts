import { APIError } from 'payload'

const NAME = 'SeatsFull'

/** No seat of the organisation is free. */
export class SeatsFull extends APIError {
  constructor(seats: number) {
    const all = seats === 1 ? 'The one seat is' : `All ${seats} seats are`
    super(`${all} taken. Remove a member or raise the number of seats first.`, 409, null, true)
    this.name = NAME
  }
}

/**
 * True for what the hook of members throws when no seat is free. By its name: in a build the hook and the pages each hold
 * a class of their own, and an error of the one is no instance of the other's.
 */
export const isSeatsFull = (fault: unknown): fault is Error =>
  fault instanceof Error && fault.name === NAME

/** The unique mark of one seat. It stands on the row of the member who sits there. */
export const seatOf = (organisationId: string, number: number): string =>
  `${organisationId}:${number}`

/** What stands in a seat's place for somebody who has left. */
export const noSeat = (memberId: string): string => `left:${memberId}`

/** The number of a seat of this organisation, or null for anything else. */
export function seatNumber(organisationId: string, seat: string | null | undefined): number | null {
  if (!seat?.startsWith(`${organisationId}:`)) return null
  const number = Number(seat.slice(organisationId.length + 1))
  return Number.isSafeInteger(number) && number > 0 ? number : null
}

/**
 * A number that is free, or null when none is.
 *
 * `held` is what stands on the row of each member of the organisation. Those who sit beyond the number of seats, since
 * there were more of them once, or without a number, leave as many numbers fewer to give. So whatever two callers
 * read, the unique index on the mark lets no more people in than there are seats.
 */
export function freeNumber(
  organisationId: string,
  seats: number | null | undefined,
  held: readonly (string | null | undefined)[],
): number | null {
  const most = seats ?? Number.POSITIVE_INFINITY
  const taken = new Set<number>()
  for (const seat of held) {
    const number = seatNumber(organisationId, seat)
    if (number !== null && number <= most) taken.add(number)
  }
  const last = most - (held.length - taken.size)
  for (let number = 1; number <= last; number += 1) {
    if (!taken.has(number)) return number
  }
  return null
}
