import type { Payload } from 'payload'
import type { BestBet } from './best-bets'

/** What editors put first, and the words they never want offered. */
export type Steering = { readonly bets: readonly BestBet[]; readonly hidden: readonly string[] }

type Kept = { readonly at: number; readonly steering: Promise<Steering> }

const FRESH_MS = 1000

/** Read again after a second, by whichever search comes then. Losing it costs two small queries. */
const kept = new WeakMap<Payload, Kept>()

const everything = { depth: 0, pagination: false, sort: 'createdAt', overrideAccess: true } as const

async function readSteering(payload: Payload): Promise<Steering> {
  const bets = await payload.find({ ...everything, collection: 'best-bets', overrideAccess: true })
  const hidden = await payload.find({
    ...everything,
    collection: 'hidden-suggestions',
    overrideAccess: true,
  })
  return {
    bets: bets.docs.map(({ query, briefings, from, until }) => ({
      query,
      briefings: briefings.map((one) => (typeof one === 'string' ? one : one.id)),
      from: from ?? null,
      until: until ?? null,
    })),
    hidden: hidden.docs.map(({ word }) => word).filter((word) => word.trim() !== ''),
  }
}

/** What editors steer searches by, at most a second old. */
export function steeringAt(payload: Payload, now: Date): Promise<Steering> {
  const held = kept.get(payload)
  if (held && Math.abs(now.getTime() - held.at) < FRESH_MS) return held.steering
  const steering = readSteering(payload)
  kept.set(payload, { at: now.getTime(), steering })
  steering.catch(() => kept.delete(payload))
  return steering
}
