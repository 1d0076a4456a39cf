import { BlockList, isIP } from 'node:net'

/** Whether an IP address may be asked at all. */
export type MayAsk = (address: string) => boolean

// IANA's registries of special-purpose addresses, as of 2026: what is not a place on the public net.
const NOT_PUBLIC = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  NOT_PUBLIC.addSubnet(network, prefix, 'ipv4')
}
// Of IPv6 only 2000::/3 is given out; within it these lead elsewhere, some of them into IPv4 again.
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  NOT_PUBLIC.addSubnet(network, prefix, 'ipv6')
}

const GIVEN_OUT = new BlockList()
GIVEN_OUT.addSubnet('2000::', 3, 'ipv6')

/** False for private, loopback, link-local, multicast and reserved addresses, and for what is no address. */
export const isPublicAddress: MayAsk = (address) => {
  const kind = isIP(address)
  if (kind === 4) return !NOT_PUBLIC.check(address, 'ipv4')
  return kind === 6 && GIVEN_OUT.check(address, 'ipv6') && !NOT_PUBLIC.check(address, 'ipv6')
}
