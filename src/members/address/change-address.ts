import type { Payload, Where } from 'payload'
import { keepRecord } from '@/access/record/keep-record'
import { isEmailAddress, normaliseEmail } from '@/lib/email-address'
import { idOf } from '@/lib/ids'
import { hasDomainOf } from '@/lib/mail-domain'
import { readLink, signLink } from '@/lib/signed-link'
import { isTaken, throughConflicts } from '@/lib/write-once'
import type { AddressChange, Member } from '@/payload-types'
import { oweMail } from '../mails/owe-mail'
import { memberWith } from '../member-with'

const DAY = 24 * 60 * 60 * 1000
export const CHANGE_DAYS = 3

export type Side = 'old' | 'new'

const purposeOf = (side: Side): string => `change-address ${side}`

export const changeAddressLink = (
  { secret }: Pick<Payload, 'secret'>,
  siteUrl: string,
  side: Side,
  { id, expiresAt }: Pick<AddressChange, 'id' | 'expiresAt'>,
): string =>
  `${siteUrl}/account/address/${side}/${signLink(secret, purposeOf(side), id, new Date(expiresAt))}`

export type ChangeAnswer =
  { readonly kind: 'asked' } | { readonly kind: 'faulty'; readonly fault: string }

async function change(payload: Payload, where: Where[], data: Record<string, unknown>) {
  const row: unknown = await throughConflicts(() =>
    payload.db.updateOne({
      collection: 'address-changes',
      where: { and: where },
      data,
      options: { atomic: true },
    }),
  )
  return row as AddressChange | null
}

const domainsOf = ({ organisation }: Member): readonly string[] =>
  typeof organisation === 'object' ? (organisation.domains ?? []) : []

/** Where the organisation has addresses of its own, a new one is of them. */
const isOfTheirs = (email: string, domains: readonly string[]): boolean =>
  domains.length === 0 || hasDomainOf(email, { domains })

function faultIn(email: string, member: Member): string | null {
  if (!isEmailAddress(email)) return 'Give an e-mail address, such as name@example.gov.uk.'
  if (email === member.email) return 'That is the address you have now.'
  const domains = domainsOf(member)
  if (isOfTheirs(email, domains)) return null
  return `Your membership is by an address that ends in ${domains.join(' or ')}. For another, please write to us.`
}

/**
 * Keeps a member's wish for another address, and owes both addresses a mail. A wish made before is given up.
 *
 * It answers alike whether or not the new address has an account already. In that case it is not mailed.
 */
export async function askToChangeAddress({
  payload,
  member,
  email: typed,
  now,
}: {
  payload: Payload
  /** With the organisation. */
  member: Member
  email: string
  now: Date
}): Promise<ChangeAnswer> {
  const newEmail = normaliseEmail(typed)
  const fault = faultIn(newEmail, member)
  if (fault) return { kind: 'faulty', fault }
  await payload.db.updateMany({
    collection: 'address-changes',
    where: { and: [{ member: { equals: member.id } }, { state: { equals: 'open' } }] },
    data: { state: 'stopped' },
    returning: false,
  })
  const { id } = await payload.create({
    collection: 'address-changes',
    overrideAccess: true,
    depth: 0,
    data: {
      member: member.id,
      oldEmail: member.email,
      newEmail,
      state: 'open',
      expiresAt: new Date(now.getTime() + CHANGE_DAYS * DAY).toISOString(),
    },
  })
  await oweMail(payload, { kind: 'change-address-old', subjectId: id, address: member.email }, now)
  if (!(await memberWith(payload, newEmail))) {
    await oweMail(payload, { kind: 'change-address-new', subjectId: id, address: newEmail }, now)
  }
  return { kind: 'asked' }
}

type ByToken = {
  readonly payload: Payload
  readonly side: Side
  readonly token: string
  readonly now: Date
}

async function changeOf({ payload, side, token, now }: ByToken): Promise<AddressChange | null> {
  const link = readLink(payload.secret, purposeOf(side), token, now)
  if (link.kind !== 'good') return null
  const { docs } = await payload.find({
    collection: 'address-changes',
    overrideAccess: true,
    depth: 0,
    limit: 1,
    pagination: false,
    where: { id: { equals: link.id } },
  })
  return docs[0] ?? null
}

export type ChangeView =
  | { readonly kind: 'open'; readonly oldEmail: string; readonly newEmail: string }
  | { readonly kind: 'half' | 'done' | 'over' }

/** What pressing the button would do: `half` where this side has said yes and the other has not. Changes nothing. */
export async function readChange(by: ByToken): Promise<ChangeView> {
  const found = await changeOf(by)
  if (found?.state === 'done') return { kind: 'done' }
  if (found?.state !== 'open') return { kind: 'over' }
  const { oldEmail, newEmail } = found
  const hasSaidYes = by.side === 'old' ? found.oldConfirmedAt : found.newConfirmedAt
  return hasSaidYes ? { kind: 'half' } : { kind: 'open', oldEmail, newEmail }
}

/**
 * Takes one side's yes. With both, the account has the new address, and the old one is told.
 *
 * Safe to repeat, also after a crash at any line, and from both sides at once.
 */
export async function confirmChange(by: ByToken): Promise<ChangeView> {
  const { payload, side, now } = by
  const found = await changeOf(by)
  if (found?.state !== 'open') return readChange(by)
  const mark = side === 'old' ? 'oldConfirmedAt' : 'newConfirmedAt'
  const itself: Where[] = [{ id: { equals: found.id } }, { state: { equals: 'open' } }]
  const after = await change(payload, itself, { [mark]: found[mark] ?? now.toISOString() })
  if (!after?.oldConfirmedAt || !after.newConfirmedAt) return readChange(by)
  if (!(await giveAddress(payload, after))) {
    await change(payload, itself, { state: 'stopped' })
    return { kind: 'over' }
  }
  await closeOldMailbox(payload, idOf(after.member))
  await oweMail(
    payload,
    { kind: 'address-changed', subjectId: after.id, address: after.oldEmail },
    now,
  )
  if (await change(payload, itself, { state: 'done' })) await record(payload, after, now)
  return { kind: 'done' }
}

/** That it changed, by the member's id: neither address stands in the record. */
function record(payload: Payload, { member }: AddressChange, now: Date): Promise<void> {
  const id = idOf(member)
  const on = { kind: 'members', id }
  return keepRecord(payload, { act: 'address-changed', by: { kind: 'member', id }, on, now })
}

/**
 * Asks about the organisation again, since its addresses, or the member's organisation, may be others by now. One who has the
 * new address already was asked about before a crash.
 */
async function mayHave(payload: Payload, { member, newEmail }: AddressChange): Promise<boolean> {
  const found = await payload.findByID({
    collection: 'members',
    id: idOf(member),
    overrideAccess: true,
    depth: 1,
    disableErrors: true,
  })
  return found !== null && (found.email === newEmail || isOfTheirs(newEmail, domainsOf(found)))
}

/**
 * @returns false where somebody else has the address by now, the account no longer has the old one, or its organisation has
 * other addresses.
 */
async function giveAddress(payload: Payload, agreed: AddressChange): Promise<boolean> {
  if (!(await mayHave(payload, agreed))) return false
  const { member, oldEmail, newEmail } = agreed
  try {
    const row: unknown = await throughConflicts(() =>
      payload.db.updateOne({
        collection: 'members',
        where: {
          and: [{ id: { equals: idOf(member) } }, { email: { in: [oldEmail, newEmail] } }],
        },
        data: { email: newEmail },
        options: { atomic: true },
      }),
    )
    return row !== null
  } catch (fault) {
    if (isTaken(fault)) return false
    throw fault
  }
}

/** Codes and links on their way to the old address, an invitation's among them, sign nobody in any longer. */
async function closeOldMailbox(payload: Payload, memberId: string): Promise<void> {
  await payload.db.updateMany({
    collection: 'sign-in-codes',
    where: { and: [{ member: { equals: memberId } }, { state: { equals: 'open' } }] },
    data: { state: 'spoilt' },
    returning: false,
  })
}

/** Says no, from either side: nothing is changed. Safe to repeat. */
export async function stopChange(by: ByToken): Promise<void> {
  const found = await changeOf(by)
  if (!found) return
  const itself: Where[] = [{ id: { equals: found.id } }, { state: { equals: 'open' } }]
  await change(by.payload, itself, { state: 'stopped' })
}
