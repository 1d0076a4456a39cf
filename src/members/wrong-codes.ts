import type { Payload } from 'payload'
import { type AttemptStore, limitOf } from '@/lib/limit'
import { addressHashOf } from './sign-in-secrets'

const DAY_IN_MINUTES = 24 * 60
export const WRONG_CODES_A_DAY = 10

export type CodeTry = {
  readonly addressHash: string
  /** Where it comes from. */
  readonly from: string
  readonly now: Date
}

export type CountedCode = {
  /** True where codes sign nobody in to this address any more today: links do. */
  readonly isTooOften: boolean
  /** Takes it back: the code was right. */
  readonly takeBack: () => Promise<void>
}

export type WrongCodes = {
  readonly count: (tried: CodeTry) => Promise<CountedCode>
  readonly noteLink: (used: CodeTry) => Promise<void>
}

/**
 * Ten wrong codes a day for one address, a member's or not, wherever they come from: six digits would not stand against
 * more. Where a link of the address was used, which proves its mailbox, codes are counted by themselves for that day. They are not
 * forgiven elsewhere: else whoever guesses would learn that somebody reads the mail.
 */
export function wrongCodesIn(store: AttemptStore): WrongCodes {
  const limit = (name: string) => limitOf(WRONG_CODES_A_DAY, DAY_IN_MINUTES, { name, store })
  const forAddress = limit('sign-in codes for')
  const besideLink = limit('sign-in codes beside a link for')
  const links = limit('sign-in links used from for')
  const placed = ({ from, addressHash }: CodeTry) => `${from} ${addressHash}`
  return {
    count: async (tried) => {
      const isBesideLink = (await links.counted(placed(tried), tried.now)) > 0
      const [counts, key] = isBesideLink
        ? [besideLink, placed(tried)]
        : [forAddress, tried.addressHash]
      const answer = await counts(key, tried.now)
      return {
        isTooOften: answer.kind === 'wait',
        takeBack: () => counts.takeBack(key, tried.now),
      }
    },
    noteLink: async (used) => {
      await links(placed(used), used.now)
    },
  }
}

/** Notes that a member signed in by a link: from the same place their codes work again today. */
export async function noteLinkOf({
  payload,
  wrongCodes,
  memberId,
  from,
  now,
}: {
  payload: Payload
  wrongCodes: WrongCodes
  memberId: string
  from: string
  now: Date
}): Promise<void> {
  const member = await payload.findByID({
    collection: 'members',
    id: memberId,
    overrideAccess: true,
    depth: 0,
    disableErrors: true,
  })
  if (member) {
    await wrongCodes.noteLink({ addressHash: addressHashOf(payload, member.email), from, now })
  }
}
