import type { Payload } from 'payload'
import { type AttemptStore, type Limit, limitOf } from '@/lib/limit'

export type InviteLimits = { readonly invitations: Limit; readonly lists: Limit }

const DAY = 24 * 60

/** In a day a manager invites 100 colleagues one by one, and brings 40 lists, those that are only looked at counted. */
export const inviteLimits = (store: AttemptStore): InviteLimits => ({
  invitations: limitOf(100, DAY, { name: 'invitations by', store }),
  lists: limitOf(40, DAY, { name: 'lists brought by', store }),
})

export const ENOUGH_TODAY =
  'That is as much as we take from one manager in a day. Please go on tomorrow, or write to us.'

/** As many invitations as one address is mailed in a day, whoever sends them. */
const MOST_TO_ONE = 2

/** Whether an address was sent as many invitations within a day as it may be, however often it was removed since. */
export async function isInvitedEnough(
  payload: Payload,
  address: string,
  now: Date,
): Promise<boolean> {
  const since = new Date(now.getTime() - DAY * 60_000).toISOString()
  const { totalDocs } = await payload.count({
    collection: 'account-mails',
    overrideAccess: true,
    where: {
      and: [
        { address: { equals: address } },
        { kind: { equals: 'invitation' } },
        { owedAt: { greater_than: since } },
      ],
    },
  })
  return totalDocs >= MOST_TO_ONE
}
