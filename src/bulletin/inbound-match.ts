import type { Payload } from 'payload'
import type { BulletinDelivery } from '@/payload-types'
import type { Traces } from './inbound-traces'
import { deliveryToken, subscriptionOfToken } from './tokens'

type MatchArgs = { readonly payload: Payload; readonly secret: string; readonly traces: Traces }

/** Whose mail a message is about. Without a delivery where it names the reader alone. */
export type Matched = {
  readonly delivery: BulletinDelivery | null
  readonly memberId: string | null
}

const TOKEN = /^[0-9a-f]{32}$/

async function deliveryOf(
  { payload, secret }: MatchArgs,
  token: string,
): Promise<BulletinDelivery | null> {
  if (!TOKEN.test(token)) return null
  const delivery = await payload.db.findOne<BulletinDelivery>({
    collection: 'bulletin-deliveries',
    where: { token: { equals: token } },
  })
  return delivery && deliveryToken(secret, delivery.key) === token ? delivery : null
}

async function memberOf({ payload, secret }: MatchArgs, token: string): Promise<string | null> {
  const id = subscriptionOfToken(secret, token)
  if (!id) return null
  const subscription = await payload.findByID({
    collection: 'subscriptions',
    id,
    overrideAccess: true,
    depth: 0,
    disableErrors: true,
  })
  const member = subscription?.member
  return (typeof member === 'object' ? member.id : member) ?? null
}

/**
 * Finds the delivery a message is about: by the envelope sender we gave it (VERP), else the envelope's name (ENVID), else
 * the Message-ID, each checked against our key; else the reader, by their link. A forged mark matches nobody.
 */
export async function matchInbound(args: MatchArgs): Promise<Matched> {
  const { deliveryTokens, envelopeIds, messageIds, readerTokens } = args.traces
  const tokens = [
    ...deliveryTokens,
    ...envelopeIds,
    ...messageIds.map((id) => id.slice(0, id.indexOf('@'))),
  ]
  for (const token of new Set(tokens)) {
    const delivery = await deliveryOf(args, token)
    if (delivery) return { delivery, memberId: delivery.memberId }
  }
  for (const token of new Set(readerTokens)) {
    const memberId = await memberOf(args, token)
    if (memberId) return { delivery: null, memberId }
  }
  return { delivery: null, memberId: null }
}
