import { describe, expect, it } from 'vitest'
import { clientAddress, PEER_HEADER, widerNetworkOf } from '@/lib/client-address'

const from = (peer: string, forwarded: string | null, hops: number) =>
  clientAddress(
    new Headers({ [PEER_HEADER]: peer, ...(forwarded ? { 'x-forwarded-for': forwarded } : {}) }),
    hops,
  )

describe('where a request comes from', () => {
  it('is the other end of the connection when no proxy is trusted', () => {
    expect(from('192.0.2.7', null, 0)).toBe('192.0.2.7')
    expect(from('192.0.2.7', '198.51.100.1', 0)).toBe('192.0.2.7')
  })

  it('is what the trusted proxies say, and nothing the sender wrote before them', () => {
    expect(from('10.0.0.1', '203.0.113.9, 198.51.100.1', 1)).toBe('198.51.100.1')
    expect(from('10.0.0.1', '203.0.113.9, 198.51.100.1, 10.0.0.2', 2)).toBe('198.51.100.1')
  })

  it('counts an IPv6 /64 as one and an IPv4 address in IPv6 dress as itself', () => {
    expect(from('2001:db8:1:2:aaaa::1', null, 0)).toBe('2001:db8:1:2::/64')
    expect(from('2001:0DB8:1:2::ffff', null, 0)).toBe('2001:db8:1:2::/64')
    expect(from('::ffff:192.0.2.7', null, 0)).toBe('192.0.2.7')
    expect(from('::1', null, 0)).toBe('0:0:0:0::/64')
  })

  it('stands in a /48 where it is an IPv6 /64, and in nothing wider else', () => {
    expect(widerNetworkOf(from('2001:db8:1:2:aaaa::1', null, 0))).toBe('2001:db8:1::/48')
    expect(widerNetworkOf(from('::1', null, 0))).toBe('0:0:0::/48')
    expect(widerNetworkOf('192.0.2.7')).toBeNull()
    expect(widerNetworkOf('unknown')).toBeNull()
  })

  it('is unknown rather than anybody’s invention', () => {
    expect(clientAddress(new Headers(), 0)).toBe('unknown')
    expect(from('not an address', null, 0)).toBe('unknown')
  })
})
