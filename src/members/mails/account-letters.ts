import {
  addressChangedLetter,
  addressLapsedLetter,
  changeNewLetter,
  changeOldLetter,
  confirmAddressLetter,
} from '@templates/mail/account-letters'
import type { Payload } from 'payload'
import type { AccountMail, AddressChange, Member, Organisation } from '@/payload-types'
import { CHANGE_DAYS, changeAddressLink, type Side } from '../address/change-address'
import { ANSWER_WITHIN_DAYS, confirmAddressLink } from '../address/confirm-yearly'
import { lastQuestion } from '../address/last-question'
import { KEPT_FOR_DAYS } from '../organisation/kept-leavers'
import type { Compose } from './mail-desk'

async function placedMember(payload: Payload, id: string) {
  const member: Member | null = await payload.findByID({
    collection: 'members',
    id,
    overrideAccess: true,
    depth: 1,
    disableErrors: true,
  })
  const organisation = member?.organisation
  return member && typeof organisation === 'object'
    ? { member, organisation: organisation satisfies Organisation }
    : null
}

const DAY = 24 * 60 * 60 * 1000

/** When the first question was taken by the mail server: from then on the days to answer are counted. */
async function askedAt(payload: Payload, mail: AccountMail): Promise<Date | null> {
  const at = (await lastQuestion(payload, mail))?.doneAt
  return at ? new Date(at) : null
}

const confirmAddress =
  (isAgain: boolean): Compose =>
  async ({ payload, siteUrl }, mail, now) => {
    const found = await placedMember(payload, mail.subjectId)
    if (!found || found.member.leftAt || found.member.email !== mail.address) return null
    const from = (isAgain ? await askedAt(payload, mail) : null) ?? now
    return confirmAddressLetter({
      name: found.member.name,
      organisation: found.organisation.name,
      link: confirmAddressLink(payload, siteUrl, found.member, now),
      endsOn: new Date(from.getTime() + ANSWER_WITHIN_DAYS * DAY),
      isAgain,
    })
  }

const addressLapsed: Compose = async ({ payload, siteUrl }, { subjectId, address }, now) => {
  const found = await placedMember(payload, subjectId)
  if (found?.member.leftBecause !== 'not-confirmed' || found.member.email !== address) return null
  const leftAt = new Date(found.member.leftAt ?? now)
  return addressLapsedLetter({
    organisation: found.organisation.name,
    link: confirmAddressLink(payload, siteUrl, found.member, now),
    erasedOn: new Date(leftAt.getTime() + KEPT_FOR_DAYS * DAY),
  })
}

const changeWith = (payload: Payload, id: string): Promise<AddressChange | null> =>
  payload.findByID({
    collection: 'address-changes',
    id,
    overrideAccess: true,
    depth: 0,
    disableErrors: true,
  })

const changeAddress =
  (side: Side): Compose =>
  async ({ payload, siteUrl }, { subjectId }, now) => {
    const change = await changeWith(payload, subjectId)
    if (change?.state !== 'open' || new Date(change.expiresAt) <= now) return null
    const link = changeAddressLink(payload, siteUrl, side, change)
    return side === 'old'
      ? changeOldLetter({ newEmail: change.newEmail, link, days: CHANGE_DAYS })
      : changeNewLetter({ link, days: CHANGE_DAYS })
  }

const addressChanged: Compose = async ({ payload }, { subjectId }) => {
  const change = await changeWith(payload, subjectId)
  const isAgreed = change?.state !== 'stopped' && change?.oldConfirmedAt && change.newConfirmedAt
  return isAgreed ? addressChangedLetter({ newEmail: change.newEmail }) : null
}

export const accountLetters = {
  'confirm-address': confirmAddress(false),
  'confirm-address-again': confirmAddress(true),
  'address-lapsed': addressLapsed,
  'change-address-old': changeAddress('old'),
  'change-address-new': changeAddress('new'),
  'address-changed': addressChanged,
} satisfies Record<string, Compose>
