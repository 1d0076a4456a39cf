import {
  confirmJoinLetter,
  invitationLetter,
  knownAlreadyLetter,
  managerInvitationLetter,
  seatFreeLetter,
} from '@templates/mail/joining-letters'
import {
  returnWantedForStaffLetter,
  returnWantedLetter,
  seatWantedForStaffLetter,
  seatWantedLetter,
} from '@templates/mail/waiting-letters'
import type { Payload } from 'payload'
import { isMembershipRunning, membershipStatus } from '@/access/has-membership'
import type { JoinRequest, Member, Organisation } from '@/payload-types'
import { JOIN_DAYS } from '../joining/ask-to-join'
import { confirmJoinAddress } from '../joining/join-links'
import { removedFrom } from '../joining/removed-from'
import { makeSignInLink } from '../sign-in-link'
import type { Compose } from './mail-desk'
import { TO_STAFF } from './owe-mail'

const INVITED_FOR_DAYS = 7
const DAY = 24 * 60 * 60 * 1000

type Placed<T> = T & { readonly organisation: Organisation }

async function placed<T extends JoinRequest | Member>(
  payload: Payload,
  collection: 'join-requests' | 'members',
  id: string,
): Promise<Placed<T> | null> {
  const row = await payload.findByID({
    collection,
    id,
    overrideAccess: true,
    depth: 1,
    disableErrors: true,
  })
  const found = row as unknown as T | null
  return found && typeof found.organisation === 'object' && found.organisation !== null
    ? (found as Placed<T>)
    : null
}

const confirmJoin: Compose = async ({ payload, siteUrl }, { subjectId }, now) => {
  const request = await placed<JoinRequest>(payload, 'join-requests', subjectId)
  const isOpen = request?.state === 'confirming' || request?.state === 'asked'
  if (!request || !isOpen || new Date(request.expiresAt) <= now) return null
  return confirmJoinLetter({
    organisation: request.organisation.name,
    link: confirmJoinAddress(payload, siteUrl, request),
    days: JOIN_DAYS,
  })
}

const seatFree: Compose = async ({ payload, siteUrl }, { subjectId }) => {
  const request = await placed<JoinRequest>(payload, 'join-requests', subjectId)
  if (!request) return null
  return seatFreeLetter({
    organisation: request.organisation.name,
    link: `${siteUrl}/sign-in?next=/briefings`,
  })
}

/** Staff are told where there is no manager: of what they do at the desk. */
const seatWanted: Compose = async ({ payload, siteUrl }, { subjectId, address }) => {
  const request = await placed<JoinRequest>(payload, 'join-requests', subjectId)
  if (request?.state !== 'waiting') return null
  const { name, email, organisation } = request
  const isForStaff = address === TO_STAFF
  const to = (page: string) =>
    isForStaff ? `${siteUrl}/admin/collections/${page}` : `${siteUrl}/account/organisation`
  const said = { organisation: organisation.name, name, email }
  const removed = await removedFrom(payload, email, organisation.id)
  if (removed) {
    const letter = isForStaff ? returnWantedForStaffLetter : returnWantedLetter
    return letter({ ...said, link: to(`members/${removed.id}`) })
  }
  const letter = isForStaff ? seatWantedForStaffLetter : seatWantedLetter
  const link = to(`organisations/${organisation.id}`)
  return letter({ ...said, seats: organisation.seats ?? null, link })
}

/** Before a membership begins its manager is written to alone: they can look at what they will manage. */
const mayBeInvited = ({ isManager, organisation }: Placed<Member>, now: Date): boolean =>
  isMembershipRunning(organisation, now) ||
  (isManager === true && membershipStatus(organisation, now) === 'not-begun')

const invitation: Compose = async (
  { payload, siteUrl, bulletinLinkFor },
  { subjectId, address },
  now,
) => {
  const member = await placed<Member>(payload, 'members', subjectId)
  if (member?.email !== address || member.leftAt || !mayBeInvited(member, now)) return null
  const { name, isManager, organisation } = member
  const said = {
    name,
    organisation: organisation.name,
    link: await makeSignInLink({
      payload,
      memberId: member.id,
      siteUrl,
      now,
      validForMs: INVITED_FOR_DAYS * DAY,
    }),
    days: INVITED_FOR_DAYS,
    siteUrl,
    bulletin: await bulletinLinkFor(member.id, now),
  }
  if (!isManager) return invitationLetter(said)
  const { seats = null, membershipFrom, membershipTo } = organisation
  const hasBegun = membershipStatus(organisation, now) !== 'not-begun'
  return managerInvitationLetter({ ...said, seats, membershipFrom, membershipTo, hasBegun })
}

export const joiningLetters = {
  'confirm-join': confirmJoin,
  'known-already': ({ siteUrl }) =>
    Promise.resolve(knownAlreadyLetter({ link: `${siteUrl}/sign-in` })),
  'seat-free': seatFree,
  'seat-wanted': seatWanted,
  invitation,
} satisfies Record<string, Compose>
