import type { Payload } from 'payload'
import type { BestBet } from './best-bets'
import { keptForASecond } from './kept-for-a-second'

/** What editors put first, and the words they never want offered. */
export type Steering = { readonly bets: readonly BestBet[]; readonly hidden: readonly string[] }

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
export const steeringAt = keptForASecond(readSteering)
