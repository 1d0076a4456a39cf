import type { Payload } from 'payload'
import { type MembershipStatus, membershipStatus } from '@/access/has-membership'
import { idOf } from '@/lib/ids'
import { hasDomainOf } from '@/lib/mail-domain'
import type { Member } from '@/payload-types'
import { isBeingErased } from './kept-leavers'

/** A person as a manager sees them: a name and an address, and nothing else of what they do here. */
export type SeenPerson = { readonly id: string; readonly name: string; readonly email: string }

export type ManagedOrganisation = {
  readonly id: string
  readonly name: string
  readonly status: MembershipStatus
  readonly membershipTo: string
  readonly graceDays: number
  readonly domains: readonly string[]
  /** Null where there may be any number. */
  readonly seats: number | null
  readonly managers: readonly SeenPerson[]
  readonly members: readonly SeenPerson[]
  /** Some of them ask to come back. */
  readonly leavers: readonly (SeenPerson & {
    readonly leftAt: string
    readonly asksBack: boolean
  })[]
  readonly waiting: readonly SeenPerson[]
}

const seen = ({ id, name, email }: SeenPerson): SeenPerson => ({ id, name, email })

const all = { depth: 0, limit: 0, pagination: false } as const

/**
 * What a manager may know of their own organisation: how many seats it has, and the names and addresses of those who
 * have one, who wait for one, and who left lately. Neither its contact nor what staff noted.
 *
 * Null for whoever is no manager, or has left.
 */
export async function readManaged({
  payload,
  member,
  now,
}: {
  payload: Payload
  member: Member
  now: Date
}): Promise<ManagedOrganisation | null> {
  if (!member.isManager || member.leftAt) return null
  const id = idOf(member.organisation)
  const organisation = await payload.findByID({
    collection: 'organisations',
    id,
    overrideAccess: true,
    depth: 0,
    disableErrors: true,
  })
  if (!organisation) return null
  const [members, requests] = await Promise.all([
    payload.find({
      ...all,
      overrideAccess: true,
      collection: 'members',
      sort: 'name',
      where: { organisation: { equals: id } },
      select: { name: true, email: true, isManager: true, leftAt: true },
    }),
    payload.find({
      ...all,
      overrideAccess: true,
      collection: 'join-requests',
      sort: 'confirmedAt',
      where: { and: [{ organisation: { equals: id } }, { state: { equals: 'waiting' } }] },
      select: { name: true, email: true },
    }),
  ])
  const waiting = requests.docs.filter(({ email }) => hasDomainOf(email, organisation))
  const asking = new Set(waiting.map(({ email }) => email))
  const left = new Set(members.docs.filter(({ leftAt }) => leftAt).map(({ email }) => email))
  const present = members.docs.filter(({ leftAt }) => !leftAt)
  return {
    id,
    name: organisation.name,
    status: membershipStatus(organisation, now),
    membershipTo: organisation.membershipTo,
    graceDays: organisation.graceDays ?? 0,
    domains: organisation.domains ?? [],
    seats: organisation.seats ?? null,
    managers: present.filter(({ isManager }) => isManager).map(seen),
    members: present.filter(({ isManager }) => !isManager).map(seen),
    leavers: members.docs.flatMap((one) =>
      one.leftAt && !isBeingErased(one)
        ? [{ ...seen(one), leftAt: one.leftAt, asksBack: asking.has(one.email) }]
        : [],
    ),
    waiting: waiting.filter(({ email }) => !left.has(email)).map(seen),
  }
}

/**
 * Who gets the seat of the next member to be removed: whoever has waited longest. Nobody, where there are more members
 * than seats, or the membership is not running.
 */
export function nextInLine(managed: ManagedOrganisation): SeenPerson | null {
  const { seats, members, managers, waiting, status } = managed
  if (status !== 'running' && status !== 'grace') return null
  const isOver = seats !== null && members.length + managers.length > seats
  return isOver ? null : (waiting[0] ?? null)
}

/** Who has waited before and is a member since: the one who got a seat that was freed in between. */
export const seatedSince = (
  before: ManagedOrganisation,
  after: ManagedOrganisation,
): SeenPerson | null =>
  after.members.find(
    ({ email }) =>
      before.waiting.some((person) => person.email === email) &&
      !after.waiting.some((person) => person.email === email),
  ) ?? null
