import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { type Environment, mustRun } from '../../support/command'

export type Role = 'officer' | 'editor' | 'administrator' | 'member' | 'manager' | 'lapsed'

export type Account = {
  readonly role: Role
  readonly email: string
  readonly password?: string
  readonly signInUrl: string
}

type Site = {
  readonly env: Readonly<Record<string, string>>
  readonly accounts: readonly Account[]
  /** The process that serves it, and whose children do. */
  readonly pid: number
  /** The port at which a process of it can be asked about itself, once it has had the signal to. */
  readonly inspector: number
}

const VARIABLE = 'SIGNPOST_E2E_SITE'

/** The browser tests run in a process of their own: what the start found out is handed over in the environment. */
export const keepSite = (site: Site): void => {
  process.env[VARIABLE] = JSON.stringify(site)
}

/** Where the tests are only listed there is no site: files that make addresses of it while they are read can be read all the same. */
const NOWHERE = '{"env":{"SITE_URL":"http://localhost"},"accounts":[]}'

export const site = (): Site => JSON.parse(process.env[VARIABLE] ?? NOWHERE) as Site

export const address = (path: string): string => `${site().env.SITE_URL ?? ''}${path}`

export function account(role: Role): Account {
  const found = site().accounts.find((candidate) => candidate.role === role)
  if (!found) throw new Error(`The demo made no account for the role ${role}.`)
  return found
}

/** A page of a fresh browser, signed in at the officers' desk. */
export async function staffPage(
  browser: Browser,
  role: 'officer' | 'editor' | 'administrator',
): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  const { email, password } = account(role)
  await page.goto(address('/admin/login'))
  await expect(page.locator('form[data-form-ready="true"]').first()).toBeVisible()
  await page.locator('#field-email').fill(email)
  await page.locator('#field-password').fill(password ?? '')
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL('**/admin')
  return page
}

/** A new one-time sign-in link for a member: a test that used up another's would depend on the order of the files. */
export async function newSignInLink(email: string, env: Environment = site().env): Promise<string> {
  const output = await mustRun('members', ['link', email], env)
  const link = /https?:\/\/\S+\/sign-in\/\S+/.exec(output)?.[0]
  if (!link) throw new Error(`The command printed no link: ${output}`)
  return link
}

/** Signs a member in by a one-time link, the way a person does: open it, press the button. */
export async function signInByLink(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()
}

/** A browser that is signed in, made with more of a context’s options. */
export async function signedIn(browser: Browser, role: Role, more = {}): Promise<BrowserContext> {
  const first = await browser.newContext()
  await signInByLink(await first.newPage(), await newSignInLink(account(role).email))
  const storageState = await first.storageState()
  await first.close()
  return browser.newContext({ storageState, ...more })
}
