import { expect, type Page, type Request, test } from '@playwright/test'
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
  // As a person would: what the service answers of the form in between must lose nothing of it.
  await page.waitForLoadState('networkidle')
  return press(page)
}

/** Presses Save until it is sent: the form checks what was typed a moment later, and takes no press before. */
async function press(page: Page): Promise<number> {
  let sent: Request | undefined
  await expect(async () => {
    const sending = page.waitForRequest(
      (request) => request.url().includes('/api/staff/') && request.method() === 'PATCH',
      { timeout: 3_000 },
    )
    await page.getByRole('button', { name: 'Save' }).click()
    sent = await sending
  }).toPass()
  return (await sent?.response())?.status() ?? 0
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
