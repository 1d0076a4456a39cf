import { expect, it } from 'vitest'
import { addressHash, subscriberToken, subscriptionOfToken } from '@/bulletin/tokens'

const secret = 'a-key-of-this-test-alone-0123456789'
const uuid = '01a062c6-7e3a-7db7-8c6f-3c6acf5f2d11'
const objectId = '65f1c2a9b3d4e5f60718293a'

it.each([uuid, objectId])('finds the subscription its link was made for: %s', (id) => {
  expect(subscriptionOfToken(secret, subscriberToken(secret, id))).toBe(id)
})

it('is the same every time, and short enough for a header that is not folded', () => {
  expect(subscriberToken(secret, uuid)).toBe(subscriberToken(secret, uuid))
  expect(subscriberToken(secret, uuid).length).toBeLessThan(50)
})

it('knows no link it did not make', () => {
  const token = subscriberToken(secret, uuid)
  const forged = token.slice(0, 5) + (token[5] === 'A' ? 'B' : 'A') + token.slice(6)
  const strangers = [
    '',
    'v1',
    'nonsense',
    forged,
    `${token}A`,
    token.slice(0, -1),
    `v2${token.slice(2)}`,
  ]

  for (const stranger of strangers) expect(subscriptionOfToken(secret, stranger)).toBeNull()
  expect(subscriptionOfToken(`${secret}x`, token)).toBeNull()
})

it('knows an address however it is written, and never shows it', () => {
  expect(addressHash(secret, ' Ana@Example.org ')).toBe(addressHash(secret, 'ana@example.org'))
  expect(addressHash(secret, 'ana@example.org')).not.toContain('ana')
})
