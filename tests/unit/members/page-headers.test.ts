import { describe, expect, it } from 'vitest'
import { signInHeaders } from '@/app/page-headers'

const siteOf = (headers: Record<string, string>) =>
  signInHeaders(new Headers(headers)).get('sec-fetch-site')

describe('the headers staff are signed in by', () => {
  it('take a visit to a page from anywhere for one of our own', () => {
    const visit = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect(siteOf({ ...visit, 'sec-fetch-site': 'cross-site' })).toBe('same-origin')
    expect(siteOf({})).toBe('same-origin')
  })

  it('leave everything else as it came', () => {
    const framed = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }
    expect(siteOf({ ...framed, 'sec-fetch-site': 'cross-site' })).toBe('cross-site')
    const fetched = { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }
    expect(siteOf({ ...fetched, 'sec-fetch-site': 'cross-site' })).toBe('cross-site')
    const posted = {
      origin: 'https://evil.example',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }
    expect(siteOf({ ...posted, 'sec-fetch-site': 'cross-site' })).toBe('cross-site')
    expect(siteOf({ origin: 'https://evil.example' })).toBeNull()
  })
})
