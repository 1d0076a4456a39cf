import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { CHROMIUM_ARGUMENTS } from '../tests/e2e/playwright.config'
import type { Account } from '../tests/e2e/support/site'
import { mustRun, startCommand } from '../tests/support/command'
import { chromiumPath } from '../tests/support/facilities'
import { freePort } from '../tests/support/free-port'
import { untilItServes } from '../tests/support/until-it-serves'

const HELP = `npm run screenshots    pictures of the main pages, wide and narrow, into docs/screenshots`

const FOLDER = path.resolve('docs/screenshots')
const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 740 } }
/** Pixels after which a picture is cut: enough to judge a page by, and no more to download. */
const TALLEST = 2200
const BRIEFING = '/briefings/delivering-solutions-to-tackle-homelessness'

type Size = keyof typeof SIZES

const SIZE_NAMES = Object.keys(SIZES) as Size[]

const FOR_VISITORS = {
  home: '/',
  archive: '/briefings?q=homelessness',
  'briefing-visitor': BRIEFING,
  article: '/blog/the-far-end-of-the-line',
}
const FOR_MEMBERS = { 'briefing-member': BRIEFING, account: '/account' }

/** Fonts first: a picture taken before they arrive shows the fallback. */
async function photograph(page: Page, name: string, size: Size): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const file = path.join(FOLDER, `${name}-${size}.png`)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  const clip = { x: 0, y: 0, ...SIZES[size], height: Math.min(height, TALLEST) }
  await page.screenshot({ path: file, fullPage: true, clip })
  console.log(path.relative(process.cwd(), file))
}

async function photographPages(
  browser: Browser,
  site: string,
  pages: Record<string, string>,
  prepare: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ colorScheme: 'light', locale: 'en-GB' })
  const page = await context.newPage()
  await prepare(page)
  for (const size of SIZE_NAMES) {
    await page.setViewportSize(SIZES[size])
    for (const [name, address] of Object.entries(pages)) {
      await page.goto(`${site}${address}`)
      await photograph(page, name, size)
    }
  }
  await context.close()
}

async function signInAsMember(page: Page, accounts: Account[]): Promise<void> {
  await page.goto(accounts.find(({ role }) => role === 'member')?.signInUrl ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
}

async function openEditView(page: Page, site: string, accounts: Account[]): Promise<void> {
  const editor = accounts.find(({ role }) => role === 'editor')
  await page.goto(`${site}/admin/login`)
  await page.locator('#field-email').fill(editor?.email ?? '')
  await page.locator('#field-password').fill(editor?.password ?? '')
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL(/\/admin\/?$/)
}

async function editViewAddress(page: Page, site: string): Promise<string> {
  const answer = await page.request.get(
    `${site}/api/briefings?where[reference][equals]=RB-2018-031&depth=0`,
    { headers: { 'sec-fetch-site': 'same-origin' } },
  )
  const { docs } = (await answer.json()) as { docs: { id: string }[] }
  return `/admin/collections/briefings/${docs[0]?.id ?? ''}`
}

async function photographDesk(browser: Browser, site: string, accounts: Account[]): Promise<void> {
  const page = await browser.newPage({ viewport: SIZES.wide })
  await openEditView(page, site, accounts)
  const edit = await editViewAddress(page, site)
  for (const size of SIZE_NAMES) {
    await page.setViewportSize(SIZES[size])
    await page.goto(`${site}/admin`)
    await photograph(page, 'admin-desk', size)
    await page.goto(`${site}${edit}`)
    await page.locator('.rich-text-lexical [data-lexical-editor="true"] h2').first().waitFor()
    await photograph(page, 'admin-edit', size)
  }
  await page.close()
}

/** The Bulletin as its recipient opens it: the HTML part of the very message, at two widths. */
async function photographBulletin(
  browser: Browser,
  env: Record<string, string>,
  accounts: Account[],
): Promise<void> {
  const member = accounts.find(({ role }) => role === 'member')
  const file = path.join(env.DATA_DIR ?? '', 'preview.eml')
  await mustRun('bulletin', ['preview', '--as', member?.email ?? '', '--out', file], env)
  const { simpleParser } = await import('mailparser')
  const mail = await simpleParser(readFileSync(file))
  for (const size of SIZE_NAMES) {
    const page = await browser.newPage({ viewport: SIZES[size] })
    await page.setContent(mail.html || '')
    await photograph(page, 'bulletin-email', size)
    await page.close()
  }
}

async function photographAll(): Promise<void> {
  const env = {
    DATA_DIR: mkdtempSync(path.join(tmpdir(), 'signpost-screenshots-')),
    PORT: String(await freePort()),
  }
  const site = `http://localhost:${env.PORT}`
  mkdirSync(FOLDER, { recursive: true })
  const demo = startCommand('demo', [], { ...env, SITE_URL: site, WORKER: 'inside' })
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...CHROMIUM_ARGUMENTS, '--lang=en-GB'],
  })
  try {
    await untilItServes(`${site}/healthz`, 10 * 60_000)
    await mustRun('reindex', [], env)
    const accounts = JSON.parse(
      readFileSync(path.join(env.DATA_DIR, 'demo-accounts.json'), 'utf8'),
    ) as Account[]
    await photographPages(browser, site, FOR_VISITORS, () => Promise.resolve())
    await photographPages(browser, site, FOR_MEMBERS, (page) => signInAsMember(page, accounts))
    await photographDesk(browser, site, accounts)
    await photographBulletin(browser, { ...env, SITE_URL: site }, accounts)
  } finally {
    await browser.close()
    demo.kill('SIGTERM')
    rmSync(env.DATA_DIR, { recursive: true, force: true })
  }
}

if (process.argv.includes('--help')) console.log(HELP)
else if (chromiumPath() === undefined) {
  console.error('Pictures need Chromium. Install it, or set CHROMIUM_PATH to one.')
  process.exitCode = 1
} else await photographAll()
