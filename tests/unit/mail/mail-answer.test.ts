import { expect, it } from 'vitest'
import { mailAnswer } from '@/app/mail-answer'

it('shows staff a mail in which nothing runs, nothing is fetched, and which no other site may frame', () => {
  const { headers } = mailAnswer('<p>Hello</p>')

  const policy = (headers.get('content-security-policy') ?? '').split('; ')
  expect(policy).toContain('sandbox')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'self'")
  expect(policy.some((rule) => rule.startsWith('script-src'))).toBe(false)
  expect(headers.get('cache-control')).toBe('private, no-store')
})
