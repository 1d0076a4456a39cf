import { expect, type Page, test } from '@playwright/test'
import { account, address, staffPage } from './support/site'

const NEW = 'marmalade lighthouse drum'

async function openOwnAccount(page: Page): Promise<void> {
  await page.goto(address('/admin/account'))
  await expect(page.locator('#field-currentPassword')).toBeEnabled()
}

/** Saves the form of one's own account with a new password. @returns the status of the answer. */
async function change(page: Page, password: string, current: string): Promise<number> {
  await openOwnAccount(page)
  await page.getByRole('button', { name: 'Change Password' }).click()
  await page.locator('#field-password').fill(password)
  await page.locator('#field-confirm-password').fill(password)
  if (current !== '') await page.locator('#field-currentPassword').fill(current)
  const saved = page.waitForResponse(
    (answer) => answer.url().includes('/api/staff/') && answer.request().method() === 'PATCH',
  )
  await page.getByRole('button', { name: 'Save' }).click()
  return (await saved).status()
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

// The first press of Save is not always answered: to be found out. The server's part is held by tests/integration/staff-sessions.test.ts.
test.fixme('a member of staff changes their password with the one they have, and no other way', async ({
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
