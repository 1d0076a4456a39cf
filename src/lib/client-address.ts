import { isIPv4, isIPv6 } from 'node:net'

/** Set by this process on every request, over whatever the sender wrote: who is at the other end of the connection. */
export const PEER_HEADER = 'x-signpost-peer'

/** The eight groups of an IPv6 address, written out. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const split = (part: string) => part.split(':').filter(Boolean)
  if (tail === undefined) return split(head)
  const missing = 8 - split(head).length - split(tail).length
  return [...split(head), ...Array.from({ length: missing }, () => '0'), ...split(tail)]
}

/** One household or office: an IPv4 address, or the /64 an IPv6 address stands in. */
function neighbourhoodOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (isIPv4(plain)) return plain
  if (!isIPv6(plain)) return 'unknown'
  const network = groupsOf(plain).slice(0, 4)
  return `${network.map((group) => group.toLowerCase().replace(/^0+(?=.)/, '')).join(':')}::/64`
}

/** The /48 that an IPv6 /64 stands in: one customer of a provider may have the whole of it. Null for any other place. */
export function widerNetworkOf(place: string): string | null {
  const network = /^((?:[\da-f]+:){2}[\da-f]+):[\da-f]+::\/64$/.exec(place)?.[1]
  return network === undefined ? null : `${network}::/48`
}

/**
 * Where a request comes from, for counting attempts: an IPv4 address, an IPv6 /64, or `unknown`.
 *
 * Each trusted proxy adds to the end of `X-Forwarded-For`, so that the last `trustedHops` senders are believed and
 * what stands before them may be anybody's invention.
 */
export function clientAddress(headers: Headers, trustedHops: number): string {
  const peer = headers.get(PEER_HEADER)?.trim() ?? ''
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  const senders = [...forwarded.filter(Boolean), peer]
  return neighbourhoodOf(senders.at(-1 - trustedHops) ?? senders[0] ?? '')
}
