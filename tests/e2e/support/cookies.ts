import type { Browser } from '@playwright/test'
import type { Ask } from '../../../scripts/audit-leaks/ask'
import { account, address, newSignInLink, signInByLink } from './site'

/** A cookie of the demonstration’s member, as a browser that signed in sends it. */
export async function cookieOfAMember(browser: Browser): Promise<string> {
  const page = await (await browser.newContext()).newPage()
  await signInByLink(page, await newSignInLink(account('member').email))
  const cookies = await page.context().cookies()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** The same of one of its staff, who signs in by the form of the desk. */
export async function cookieOfStaff(
  ask: Ask,
  role: 'officer' | 'editor' | 'administrator',
): Promise<string> {
  const { email, password = '' } = account(role)
  const { headers } = await ask('/api/staff/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: address('') },
    body: JSON.stringify({ email, password }),
  })
  const [first = ''] = [headers['set-cookie'] ?? []].flat()
  if (first === '') throw new Error(`The ${role} of the demonstration could not sign in.`)
  return first.split(';')[0] ?? ''
}
