import { expect, type Page, type Response, test } from '@playwright/test'
import { formIsReady } from './support/desk'
import { account, address, staffPage } from './support/site'

const NEW = 'marmalade lighthouse drum'

async function openOwnAccount(page: Page): Promise<void> {
  await page.goto(address('/admin/account'))
  await formIsReady(page)
  await expect(page.locator('#field-currentPassword')).toBeEnabled()
}

/** Saves the form of one's own account with a new password. @returns the status of the answer. */
async function change(page: Page, password: string, current: string): Promise<number> {
  await openOwnAccount(page)
  await page.getByRole('button', { name: 'Change Password' }).click()
  await page.locator('#field-password').fill(password)
  await page.locator('#field-confirm-password').fill(password)
  if (current !== '') await page.locator('#field-currentPassword').fill(current)
  await expect(page.locator('#field-currentPassword')).toHaveValue(current)
  await expect(page.locator('#field-password')).toHaveValue(password)
  const isSave = (answer: Response) =>
    answer.url().includes('/api/staff/') && answer.request().method() === 'PATCH'
  let status = 0
  // The form takes a press that comes before its script has it for none.
  await expect(async () => {
    const saved = page.waitForResponse(isSave, { timeout: 5_000 })
    await page.getByRole('button', { name: 'Save' }).click()
    status = (await saved).status()
  }).toPass()
  return status
}

test('the sign-in of staff shows nothing of what is typed, and takes what is pasted', async ({
  browser,
}) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  const { email, password = '' } = account('officer')
  await page.goto(address('/admin/login'))
  await expect(page.locator('form[data-form-ready="true"]').first()).toBeVisible()
  await page.locator('#field-email').fill(email)
  await page.evaluate((text) => navigator.clipboard.writeText(text), password)
  await page.locator('#field-password').focus()
  await page.keyboard.press('ControlOrMeta+v')

  await expect(page.locator('#field-password')).toHaveValue(password)
  await expect(page.locator('#field-password')).toHaveAttribute('type', 'password')
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL('**/admin')
})

test('a member of staff changes their password with the one they have, and no other way', async ({
  browser,
}) => {
  const page = await staffPage(browser, 'officer')
  const { password: old = '' } = account('officer')
  await openOwnAccount(page)
  await expect(page.locator('#field-currentPassword')).toHaveAttribute('type', 'password')

  expect(await change(page, NEW, '')).toBe(400)
  await expect(page.locator('.payload-toast-container')).toContainText(
    'Type the password you have now',
  )
  expect(await change(page, NEW, old)).toBe(200)
  expect(await change(page, old, NEW)).toBe(200)
})
