import { describe, expect, it } from 'vitest'
import { isEmailAddress, normaliseEmail } from '@/lib/email-address'
import { toIsoDate, toLongDate } from '@/lib/london-time'
import { isLoopbackHost } from '@/lib/loopback'
import { isSafeHref } from '@/lib/safe-href'
import { toSlug } from '@/lib/slug'
import { onRing, ring } from '@/lib/wake'

it.each([
  ['Housing & homelessness: what helps?', 'housing-and-homelessness-what-helps'],
  ['L’été à Genève', 'lete-a-geneve'],
  ['  —  ', ''],
])('makes of “%s” the address “%s”', (title, slug) => {
  expect(toSlug(title)).toBe(slug)
})

it('keeps an address within eighty characters, without a hyphen at its end', () => {
  expect(toSlug(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79))
})

describe('a link', () => {
  it.each(['https://gov.example/a', 'mailto:a@b.example', 'tel:+441', '/blog', '#part'])(
    'may lead to %s',
    (href) => {
      expect(isSafeHref(href)).toBe(true)
    },
  )

  it.each([
    'javascript:alert(1)',
    'JaVa\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    'no scheme',
  ])('may not lead to %j', (href) => {
    expect(isSafeHref(href)).toBe(false)
  })
})

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['localhost.evil.example', false],
  ['127.evil.example', false],
])('takes %s for this machine: %s', (host, expected) => {
  expect(isLoopbackHost(host)).toBe(expected)
})

it.each([
  'a@b.example\r\nBcc: c@d.example',
  'a b@c.example',
  '"a"@b.example',
  'a@b',
  'a@@b.example',
])('does not take %j for an e-mail address', (address) => {
  expect(isEmailAddress(address)).toBe(false)
})

it('compares e-mail addresses trimmed and in lower case', () => {
  expect(normaliseEmail(' Ana@Example.ORG ')).toBe('ana@example.org')
})

it('dates things as the calendar stands in London', () => {
  expect(toLongDate('2018-08-06T23:30:00Z')).toBe('7 August 2018')
  expect(toIsoDate(new Date('2018-12-06T23:30:00Z'))).toBe('2018-12-06')
})

it('rings for those who listen, until they stop', () => {
  let heard = 0
  const stop = onRing(() => (heard += 1))
  ring()
  stop()
  ring()

  expect(heard).toBe(1)
})
