import { widerNetworkOf } from './client-address'
import { type AttemptStore, type Limit, type LimitAnswer, limitOf } from './limit'

/** So many times as much for an IPv6 /48 as for each /64 in it: neighbours share it, and so may one guesser. */
const WIDER = 10

/**
 * A limit on places, as `clientAddress` names them. Of an IPv6 /64 the /48 around it is counted too, with ten times the
 * bound, since whoever has a /48 has 65,536 places. Only what was allowed may be taken back.
 */
export function limitOfPlaces(
  attempts: number,
  minutes: number,
  counted: { readonly name: string; readonly store: AttemptStore },
): Limit {
  const near = limitOf(attempts, minutes, counted)
  const wide = limitOf(attempts * WIDER, minutes, { ...counted, name: `${counted.name}, wide` })
  const limit = async (place: string, now: Date): Promise<LimitAnswer> => {
    const answer = await near(place, now)
    const network = widerNetworkOf(place)
    return answer.kind === 'wait' || network === null ? answer : wide(network, now)
  }
  return Object.assign(limit, {
    takeBack: async (place: string, now: Date) => {
      await near.takeBack(place, now)
      const network = widerNetworkOf(place)
      if (network !== null) await wide.takeBack(network, now)
    },
    counted: near.counted,
  })
}
