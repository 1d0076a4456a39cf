import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safePath } from '@/lib/safe-path'

const SITE = 'https://signpost.example'

describe('the path a sign-in leads back to', () => {
  it.each(['/', '/account', '/briefings/a-b?x=1#part', '/briefings?q=a%20b'])(
    'keeps %s',
    (path) => {
      expect(safePath(path)).toBe(path)
    },
  )

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'account',
    '',
    undefined,
    ['/account'],
  ])('leads home instead of following %j', (path) => {
    expect(safePath(path)).toBe('/')
  })

  it('never leaves the site, whatever it is given', () => {
    const pieces = fc.constantFrom('/', '\\', '.', '..', '\t', '\n', '@', ':', '?', '#', '%2f', 'x')
    const tricky = fc.array(pieces, { maxLength: 12 }).map((parts) => `/${parts.join('')}`)
    fc.assert(
      fc.property(fc.oneof(tricky, fc.string(), fc.webUrl()), (path) => {
        const safe = safePath(path)
        const stays = new URL(safe, SITE).origin === SITE && /^\/(?![/\\])/.test(safe)
        return stays && safePath(safe) === safe
      }),
      { numRuns: 2000 },
    )
  })
})
