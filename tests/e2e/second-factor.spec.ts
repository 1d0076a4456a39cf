import { type Browser, expect, type Page, test } from '@playwright/test'
import { codeOf } from '../support/app-for-codes'
import { axeFaultsWithin, overflow } from './support/axe-faults'
import { formIsReady, newStaffPage, PASSWORD } from './support/desk'
import { address, site, staffPage } from './support/site'

const EMAIL = 'careful@signpost.example'

const panelOf = (page: Page) => page.locator('.signpost-second-factor').first()

async function openAccount(page: Page) {
  await page.goto(address('/admin/account'))
  await expect(panelOf(page).getByRole('button').first()).toBeEnabled()
}

const isAtTheAccount = (page: Page) =>
  page.waitForURL(({ pathname }) => pathname === '/admin/account')

async function typeSignIn(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(address('/admin/login?redirect=/admin/account'))
  await formIsReady(page)
  await page.locator('#field-email').fill(EMAIL)
  await page.locator('#field-password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Login' }).click()
  return page
}

const newOfficer = (browser: Browser) =>
  newStaffPage(browser, { env: { ...site().env }, url: address('') }, 'officer', EMAIL)

/** Begins to set a code up. @returns the key that the page shows */
async function beginSetUp(page: Page): Promise<string> {
  await openAccount(page)
  const panel = panelOf(page)
  await panel.getByRole('button', { name: 'Set up a code' }).click()
  await expect(panel.getByRole('img', { name: 'A code for your app.' })).toBeVisible()
  await panel.getByLabel('Your password').fill(PASSWORD)
  return ((await panel.locator('code').textContent()) ?? '').replaceAll(' ', '')
}

async function typeCode(page: Page, code: string): Promise<void> {
  await panelOf(page).getByLabel('The code your app shows').fill(code)
  await page.keyboard.press('Enter')
}

/** By the code of the step before, so that two more are unused; once more where a step began in between. */
async function turnOn(page: Page, secret: string): Promise<void> {
  await expect(async () => {
    await typeCode(page, codeOf(secret, -1))
    await expect(panelOf(page)).toContainText('a code of an app is asked for at each sign-in')
  }).toPass()
}

test('staff set up a code by a picture or a key, are asked for it at sign-in, and turn it off', async ({
  browser,
}) => {
  const page = await newOfficer(browser)
  const secret = await beginSetUp(page)
  expect(await axeFaultsWithin(page, '.signpost-second-factor')).toEqual([])
  await page.setViewportSize({ width: 320, height: 900 })
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await typeCode(page, '000 000')
  await expect(panelOf(page).getByRole('alert')).toHaveText(/That code is not right/)
  await turnOn(page, secret)

  const signIn = await typeSignIn(browser)
  const code = signIn.getByLabel('The code your app shows')
  await expect(code).toBeFocused()
  expect(await axeFaultsWithin(signIn, 'main, .login')).toEqual([])
  await code.fill(codeOf(secret))
  await signIn.getByRole('button', { name: 'Login' }).click()
  await isAtTheAccount(signIn)

  await openAccount(signIn)
  await panelOf(signIn).getByRole('button', { name: 'Turn it off' }).click()
  await panelOf(signIn).getByLabel('The code your app shows').fill(codeOf(secret, 1))
  await panelOf(signIn).getByLabel('Your password').fill(PASSWORD)
  await panelOf(signIn).getByRole('button', { name: 'Ask for no code any more' }).click()
  await expect(panelOf(signIn)).toContainText('The password alone opens this account.')
  await isAtTheAccount(await typeSignIn(browser))
})

test('an administrator takes the code off a colleague who lost the telephone, and not off themselves', async ({
  browser,
}) => {
  const page = await newOfficer(browser)
  const secret = await beginSetUp(page)
  await turnOn(page, secret)

  const administrator = await staffPage(browser, 'administrator')
  const ask = (path: string, data?: object) =>
    administrator.request.fetch(address(path), {
      ...(data ? { method: 'POST', data } : {}),
      headers: { origin: new URL(address('/')).origin },
    })
  const found = await ask(`/api/staff?where[email][equals]=${EMAIL}`)
  const { docs } = (await found.json()) as { docs: { id: string }[] }
  await administrator.goto(address(`/admin/collections/staff/${docs[0]?.id ?? ''}`))
  await panelOf(administrator)
    .getByRole('button', { name: /Take it off/ })
    .click()
  await panelOf(administrator)
    .getByRole('button', { name: 'Ask them for no code any more' })
    .click()
  await expect(panelOf(administrator)).toContainText('The password alone opens this account.')
  await isAtTheAccount(await typeSignIn(browser))

  const { user } = (await (await ask('/api/staff/me')).json()) as { user: { id: string } }
  const own = await ask('/api/second-factor', { act: 'take-away', id: user.id })
  expect(own.status()).toBe(404)
})
