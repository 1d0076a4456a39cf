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
import { photographAccount } from './screenshots/photograph-account'
import { photographBulletin } from './screenshots/photograph-bulletin'
import {
  FOLDER,
  photograph,
  photographPages,
  SIZE_NAMES,
  SIZES,
} from './screenshots/photograph-pages'

const HELP = `npm run screenshots                pictures of the main pages, wide and narrow, into docs/screenshots
npm run screenshots -- account     pictures of every page of an account, and of joining
npm run screenshots -- bulletin    pictures of the Bulletin's mail alone, by day and by night: needs no built site`

const BRIEFING = '/briefings/delivering-solutions-to-tackle-homelessness'

const FOR_VISITORS = {
  home: '/',
  archive: '/briefings?q=homelessness',
  'briefing-visitor': BRIEFING,
  article: '/blog/the-far-end-of-the-line',
}
const FOR_MEMBERS = { 'briefing-member': BRIEFING, account: '/account' }

async function signIn(page: Page, accounts: Account[], as: Account['role']): Promise<void> {
  await page.goto(accounts.find(({ role }) => role === as)?.signInUrl ?? '')
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

const openBrowser = () =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: [...CHROMIUM_ARGUMENTS, '--lang=en-GB'],
  })

async function photographBulletinAlone(): Promise<void> {
  const browser = await openBrowser()
  try {
    await photographBulletin(browser, FOLDER)
  } finally {
    await browser.close()
  }
}

type Demonstration = {
  readonly browser: Browser
  readonly site: string
  readonly dataDir: string
  readonly accounts: Account[]
}

/** The demonstration, served for as long as its pictures are taken. */
async function withDemonstration(work: (demo: Demonstration) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'signpost-screenshots-'))
  const env = { DATA_DIR: dataDir, PORT: String(await freePort()) }
  const site = `http://localhost:${env.PORT}`
  mkdirSync(FOLDER, { recursive: true })
  const demo = startCommand('demo', [], { ...env, SITE_URL: site, WORKER: 'inside' })
  const browser = await openBrowser()
  try {
    await untilItServes(`${site}/healthz`, 10 * 60_000)
    await mustRun('reindex', [], env)
    const accounts = readFileSync(path.join(dataDir, 'demo-accounts.json'), 'utf8')
    await work({ browser, site, dataDir, accounts: JSON.parse(accounts) as Account[] })
  } finally {
    await browser.close()
    demo.kill('SIGTERM')
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function photographAll({ browser, site, accounts }: Demonstration): Promise<void> {
  await photographPages(browser, site, FOR_VISITORS, () => Promise.resolve())
  await photographPages(browser, site, FOR_MEMBERS, (page) => signIn(page, accounts, 'member'))
  await photographDesk(browser, site, accounts)
  await photographBulletin(browser, FOLDER)
}

const photographAccounts = ({ browser, site, dataDir, accounts }: Demonstration): Promise<void> =>
  photographAccount({
    browser,
    site,
    outbox: path.join(dataDir, 'outbox'),
    signIn: (page, role) => signIn(page, accounts, role),
  })

if (process.argv.includes('--help')) console.log(HELP)
else if (chromiumPath() === undefined) {
  console.error('Pictures need Chromium. Install it, or set CHROMIUM_PATH to one.')
  process.exitCode = 1
} else if (process.argv.includes('bulletin')) await photographBulletinAlone()
else if (process.argv.includes('account')) await withDemonstration(photographAccounts)
else await withDemonstration(photographAll)
