import type { Payload } from 'payload'
import type { Actor } from '@/access/record/audit-entry'
import { idOf } from '@/lib/ids'
import { isSeatsFull } from '@/lib/seats'
import { refusedFields } from '@/lib/refused-fields'
import { throughConflicts } from '@/lib/write-once'
import type { Member } from '@/payload-types'
import { memberWith } from './member-with'
import { keepFromErasure } from './organisation/kept-leavers'

export type Person = {
  readonly email: string
  readonly name: string
  readonly jobTitle?: string
  readonly isManager?: boolean
}

export type SeatAnswer =
  | { readonly kind: 'seated'; readonly member: Member }
  /** Has a seat already: of this organisation, or of another. */
  | { readonly kind: 'known' | 'elsewhere'; readonly member: Member }
  | { readonly kind: 'full' }

const MOST_TRIES = 100
/** Whoever is being erased finds no seat now; asked for again later, they come in as somebody new. */
const MOST_KEEPS = 3

/** Which unique value a refused row shared with another: its seat, its address, or none. */
const sharedValue = (fault: unknown): string | null => refusedFields(fault)?.[0]?.path ?? null

type Taking = {
  readonly payload: Payload
  readonly organisationId: string
  readonly person: Person
  /** Who gives the seat, for the record. */
  readonly by: Actor
  readonly now: Date
}

function sit({ payload, organisationId, person, by, now }: Taking, before: Member | null) {
  const { name, jobTitle, isManager = false } = person
  const seated = {
    name,
    ...(jobTitle ? { jobTitle } : {}),
    organisation: organisationId,
    isManager,
    seatedAt: now.toISOString(),
  }
  if (!before) {
    return payload.create({
      collection: 'members',
      overrideAccess: true,
      depth: 0,
      data: { ...seated, email: person.email },
      context: { actor: by },
    })
  }
  return payload.update({
    collection: 'members',
    id: before.id,
    overrideAccess: true,
    depth: 0,
    data: { ...seated, leftAt: null, leftBecause: null },
    context: { actor: by },
  })
}

/**
 * Makes a person a member of an organisation by giving them one of its seats, or says why not. Somebody who had left
 * comes back to their old account.
 *
 * There is never one member more than there are seats, however many take one at once: the row of a member carries
 * the number of the seat under a unique index, and whoever is refused by it tries another (docs/decisions/025-seats.md).
 * Safe to repeat.
 */
export async function takeSeat(taking: Taking): Promise<SeatAnswer> {
  for (let tries = 1; ; tries += 1) {
    const before = await memberWith(taking.payload, taking.person.email)
    if (before && !before.leftAt) {
      const isHere = idOf(before.organisation) === taking.organisationId
      return { kind: isHere ? 'known' : 'elsewhere', member: before }
    }
    if (before && !(await keepFromErasure(taking.payload, before, taking.now))) {
      if (tries === MOST_KEEPS) return { kind: 'full' }
      continue
    }
    try {
      const member = await throughConflicts(() => sit(taking, before))
      return { kind: 'seated', member }
    } catch (fault) {
      if (isSeatsFull(fault)) return { kind: 'full' }
      const shared = sharedValue(fault)
      if (tries === MOST_TRIES || (shared !== 'seat' && shared !== 'email')) throw fault
    }
  }
}
