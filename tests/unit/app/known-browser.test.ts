import { expect, it } from 'vitest'
import { cookieOfKnownBrowser, knownBrowser } from '@/app/known-browser'

const SECRET = 'f3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const ANA = 'ana@example.org'

const sentBack = (cookie: string) => new Headers({ cookie: `other=1; ${cookie.split(';')[0]}` })

it('knows a browser again for the account it signed in to, and for no other', () => {
  const cookie = cookieOfKnownBrowser(ANA, SECRET, true)

  expect(knownBrowser(sentBack(cookie), ANA, SECRET)).toMatch(/^[\w-]{22}$/)
  expect(knownBrowser(sentBack(cookie), 'ben@example.org', SECRET)).toBeNull()
  expect(knownBrowser(sentBack(cookie), ANA, `${SECRET}0`)).toBeNull()
  expect(knownBrowser(new Headers(), ANA, SECRET)).toBeNull()
})

it('keeps the mark from scripts, from other sites and from plain http', () => {
  expect(cookieOfKnownBrowser(ANA, SECRET, true)).toMatch(
    /; Path=\/api\/staff; Max-Age=\d+; HttpOnly; SameSite=Strict; Secure$/,
  )
  expect(cookieOfKnownBrowser(ANA, SECRET, false)).not.toContain('Secure')
  expect(cookieOfKnownBrowser(ANA, SECRET, true)).not.toContain('ana')
})
