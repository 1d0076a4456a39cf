import { type BrowserContext, expect, test } from '@playwright/test'
import { type Asked, axeFaults, overflow } from './support/axe-faults'
import { account, address, newSignInLink, signInByLink } from './support/site'

const PUBLIC_PAGES = [
  '/',
  '/briefings',
  '/briefings?q=homelessness',
  '/briefings?q=nothingwhatsoeverisfound',
  '/briefings/a-z',
  '/briefings/by-year',
  '/briefings/delivering-solutions-to-tackle-homelessness',
  '/topics',
  '/topics/housing',
  '/series/ideas-in-practice',
  '/officers/housing-officer',
  '/blog',
  '/blog/the-far-end-of-the-line',
  '/bulletin',
  '/bulletin/weekly:2026-11-20',
  '/join',
  '/contact',
  '/report-error?page=/topics',
  '/sign-in',
  '/about',
  '/terms',
  '/privacy',
  '/accessibility',
  '/no-such-page',
]

const MEMBER_PAGES = [
  '/',
  '/briefings?q=homelessness',
  '/briefings/delivering-solutions-to-tackle-homelessness',
  '/account',
]

const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 740 } }

async function expectNoViolations(
  context: BrowserContext,
  path: string,
  asked: Asked = 'every rule',
): Promise<void> {
  const page = await context.newPage()
  await page.goto(address(path))
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  expect(await axeFaults(page, asked), path).toEqual([])
  expect(await overflow(page), `${path} scrolls sideways`).toBeLessThanOrEqual(0)
  await page.close()
}

for (const [size, viewport] of Object.entries(SIZES)) {
  test(`no public page has a WCAG 2.2 A or AA violation, ${size}`, async ({ browser }) => {
    test.setTimeout(300_000)
    const context = await browser.newContext({ viewport })
    for (const path of PUBLIC_PAGES) await expectNoViolations(context, path)
  })
}

test('every public page has contrast enough in the dark scheme', async ({ browser }) => {
  test.setTimeout(300_000)
  const context = await browser.newContext({ colorScheme: 'dark' })
  for (const path of PUBLIC_PAGES) await expectNoViolations(context, path, 'contrast alone')
})

for (const role of ['member', 'lapsed'] as const) {
  test(`no page a signed-in reader meets has a violation, wide and narrow (${role})`, async ({
    browser,
  }) => {
    const context = await browser.newContext()
    await signInByLink(await context.newPage(), await newSignInLink(account(role).email))
    const kept = await context.storageState()
    for (const viewport of Object.values(SIZES)) {
      const sized = await browser.newContext({ viewport, storageState: kept })
      for (const path of MEMBER_PAGES) await expectNoViolations(sized, path)
    }
  })
}

test('every public page can be read without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  for (const path of PUBLIC_PAGES) {
    await page.goto(address(path))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('contentinfo')).toBeVisible()
    expect((await page.getByRole('main').innerText()).length, path).toBeGreaterThan(40)
  }
})

test('an address that leads nowhere says so, with status 404, without JavaScript', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  for (const folder of [
    '',
    '/briefings',
    '/blog',
    '/topics',
    '/series',
    '/officers',
    '/bulletin',
  ]) {
    const answer = await page.goto(address(`${folder}/no-such-thing`))
    expect(answer?.status(), folder).toBe(404)
    await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
  }
})
