import { expect, test } from '@playwright/test'
import type { Answer } from '../../scripts/audit-leaks/ask'
import { askTheSite, bodyOf } from './support/ask-the-site'
import { address, staffPage } from './support/site'

/** docs/hostile-tests.md says what each number asks. */

const { ask, close } = askTheSite()
test.afterAll(() => close())

const PAGES = [
  '/',
  '/briefings',
  '/briefings/a-z',
  '/briefings/by-year',
  '/blog',
  '/topics',
  '/bulletin',
  '/about',
  '/accessibility',
  '/privacy',
  '/terms',
  '/join',
  '/contact',
  '/report-error',
  '/sign-in',
  '/no-such-page',
]
const OTHERS = [
  '/healthz',
  '/readyz',
  '/sitemap.xml',
  '/robots.txt',
  '/feeds/briefings.xml',
  '/feeds/articles.xml',
  '/api/search?q=housing',
  '/api/suggest?q=ho',
  '/api/briefings',
  '/attachments/x',
  '/icon.svg',
  '/account',
  '/admin',
  '/admin/login',
  `/u/${'a'.repeat(43)}`,
  `/sign-in/${'a'.repeat(43)}`,
  `/bulletin/preferences/${'a'.repeat(43)}`,
]

/** A policy that says of everything it does not name where it may come from. */
const DECIDES = /(^|; ?)default-src '(self|none)'(;|$)/

const header = ({ headers }: Answer, name: string) => String(headers[name] ?? '')

/** The first briefing of the archive, by its address. */
async function aBriefing(): Promise<string> {
  const found = JSON.parse(bodyOf(await ask('/api/search?pageSize=1'))) as {
    hits: { url: string }[]
  }
  return found.hits[0]?.url ?? ''
}

test('H54 every answer says how browsers are to treat it, and nothing of what made it', async () => {
  for (const path of [...PAGES, ...OTHERS]) {
    const answer = await ask(path)
    expect.soft(header(answer, 'x-content-type-options'), path).toContain('nosniff')
    // Redirects and refusals too: a browser may show what stands in them.
    expect.soft(header(answer, 'content-security-policy'), path).toMatch(DECIDES)
    expect.soft(header(answer, 'referrer-policy'), path).not.toBe('')
    expect.soft(header(answer, 'permissions-policy'), path).toContain('camera=()')
    expect.soft(answer.headers['x-powered-by'], path).toBeUndefined()
    expect.soft(answer.headers.server, path).toBeUndefined()
    // A promise of https would lock browsers out of every other service on this machine.
    expect.soft(answer.headers['strict-transport-security'], path).toBeUndefined()
  }
  for (const path of PAGES) {
    const policy = header(await ask(path), 'content-security-policy')
    expect.soft(policy, path).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}';/)
    expect.soft(policy, path).toContain("style-src 'self';")
    expect.soft(policy, path).toContain("frame-ancestors 'none'")
  }
})

test('H54 pages run under their policy: no script, style or picture of ours is refused', async ({
  page,
}) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) refused.push(message.text())
  })
  for (const path of [...PAGES, await aBriefing()]) {
    await page.goto(address(path))
    await page.waitForLoadState('networkidle')
  }
  expect(refused).toEqual([])
})

test('H54 the officers’ desk runs under its policy', async ({ browser }) => {
  const page = await staffPage(browser, 'editor')
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) refused.push(message.text())
  })
  await page.goto(address('/admin/collections/briefings/create'))
  await expect(
    page.locator('.rich-text-lexical [data-lexical-editor="true"]').first(),
  ).toBeVisible()
  expect(refused).toEqual([])
})
