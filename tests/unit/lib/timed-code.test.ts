import { describe, expect, it } from 'vitest'
import { addressForApp, newSecret, stepOfCode } from '@/lib/timed-code'

/** The secret of the examples in RFC 6238, appendix B, whose codes are of eight figures: ours are their last six. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (second: number) => new Date(second * 1000)

describe('a code of six figures', () => {
  it.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [1111111111, '050471', 37037037],
    [1234567890, '005924', 41152263],
    [2000000000, '279037', 66666666],
  ])('is that of RFC 6238 at second %i', (second, code, step) => {
    expect(stepOfCode(SECRET, code, at(second))).toBe(step)
  })

  it('is right thirty seconds before and after its time, and no longer', () => {
    const taken = [-61, -31, 0, 30, 60].map((drift) =>
      stepOfCode(SECRET, '050471', at(1111111110 + drift)),
    )

    expect(taken).toEqual([null, null, 37037037, 37037037, null])
    expect(stepOfCode(SECRET, '050471', at(1111111110 - 30))).toBe(37037037)
  })

  it('may be typed with spaces, and is nothing else', () => {
    const now = at(1111111111)

    expect(stepOfCode(SECRET, ' 050 471 ', now)).toBe(37037037)
    for (const typed of ['', '050472', '50471', '0504711', '05o471', '０５０４７１']) {
      expect(stepOfCode(SECRET, typed, now), typed).toBeNull()
    }
  })
})

it('a secret is new each time, 160 bits long, and told to the app with whose it is', () => {
  const [one, other] = [newSecret(), newSecret()]

  expect(one).toMatch(/^[A-Z2-7]{32}$/)
  expect(one).not.toBe(other)
  expect(addressForApp(one, 'ana@example.gov.uk')).toBe(
    `otpauth://totp/Signpost:ana%40example.gov.uk?issuer=Signpost&secret=${one}&algorithm=SHA1&digits=6&period=30`,
  )
})
