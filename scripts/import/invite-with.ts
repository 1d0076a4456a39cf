import type { Payload } from 'payload'
import { invite } from '@/bulletin/confirm-subscription'
import { isSuppressed } from '@/bulletin/reader'
import { addressHash } from '@/lib/address-hash'
import { oweMail } from '@/members/mails/owe-mail'
import type { Member } from '@/payload-types'

/**
 * Owes a new member the mail that says how to sign in, and asks them about the Bulletin if they have not said. The worker
 * sends it, as every mail about an account.
 *
 * @returns false for an address that must not be mailed; nothing is owed to it.
 */
export const inviteWith =
  (payload: Payload) =>
  async (
    { id, email, seatedAt }: Member,
    topicIds: readonly string[],
    asks: boolean,
  ): Promise<boolean> => {
    if (await isSuppressed(payload, addressHash(payload.config.secret, email))) return false
    const now = new Date()
    if (asks) await invite({ payload, memberId: id, topicIds, now })
    const mail = { kind: 'invitation', subjectId: id, address: email } as const
    await oweMail(payload, { ...mail, occasion: seatedAt ?? '' }, now)
    return true
  }
