import { expect, test } from '@playwright/test'
import { codeOf } from '../support/app-for-codes'
import { axeFaultsWithin, overflow } from './support/axe-faults'
import { formIsReady, newStaffPage, PASSWORD } from './support/desk'
import { type EmptySite, startEmptySite } from './support/empty-site'

const EMAIL = 'officer@signpost.example'

let site: EmptySite
test.beforeAll(async () => {
  test.setTimeout(180_000)
  site = await startEmptySite({ STAFF_SECOND_FACTOR: 'demanded' })
})
test.afterAll(() => site.close())

test('a house that demands a code has it set up at the first sign-in, and asks for it at the next', async ({
  browser,
}) => {
  const page = await newStaffPage(browser, site, 'officer', EMAIL)
  await page.waitForURL('**/admin/login**')
  await formIsReady(page)
  await page.locator('#field-email').fill(EMAIL)
  await page.locator('#field-password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Login' }).click()

  await expect(page.getByRole('heading', { name: 'Set up a code' })).toBeFocused()
  await expect(page.getByRole('img', { name: 'A code for your app.' })).toBeVisible()
  expect(await axeFaultsWithin(page, 'main, .login')).toEqual([])
  await page.setViewportSize({ width: 320, height: 900 })
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1280, height: 900 })
  const secret = ((await page.locator('.login code').textContent()) ?? '').replaceAll(' ', '')
  const code = page.getByLabel('The code your app shows')
  await code.fill('000 000')
  await code.press('Enter')
  await expect(page.getByText(/That code is not right/).first()).toBeVisible()
  await expect(page.locator('.login code')).toBeVisible()
  await code.fill(codeOf(secret))
  await code.press('Enter')
  await page.waitForURL(({ pathname }) => pathname === '/admin')

  const next = await (await browser.newContext()).newPage()
  await next.goto(`${site.url}/admin/login`)
  await formIsReady(next)
  await next.locator('#field-email').fill(EMAIL)
  await next.locator('#field-password').fill(PASSWORD)
  await next.getByRole('button', { name: 'Login' }).click()
  await next.getByLabel('The code your app shows').fill(codeOf(secret, 1))
  await next.getByRole('button', { name: 'Login' }).click()
  await next.waitForURL(({ pathname }) => pathname === '/admin')
})
