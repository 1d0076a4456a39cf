import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodablePath } from '@/lib/decodable-path'

it.each([
  ['/briefings/housing', '/briefings/housing'],
  ['/blog/caf%C3%A9?q=%ff', '/blog/caf%C3%A9?q=%ff'],
  ['/%ff', '/%25ff'],
  ['/sign-in/%E0%A4%A', '/sign-in/%25E0%25A4%25A'],
  ['/100%', '/100%25'],
  ['/%zz/%C3%A9/%', '/%25zz/%C3%A9/%25'],
  ['http://elsewhere.example/%c3?x=%', 'http://elsewhere.example/%25c3?x=%'],
])('reads a percent sign that encodes nothing as itself: %s', (address, read) => {
  expect(decodablePath(address)).toBe(read)
})

it('makes any address decodable, and leaves one that is', () => {
  const address = fc.array(fc.constantFrom('%', 'C3', 'A9', 'ff', '/', 'a', '0', '?', 'é'))
  fc.assert(
    fc.property(address, (parts) => {
      const mended = decodablePath(parts.join(''))

      expect(() => decodeURIComponent(mended.split('?')[0] ?? '')).not.toThrow()
      expect(decodablePath(mended)).toBe(mended)
    }),
  )
})
