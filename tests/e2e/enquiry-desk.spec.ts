import { expect, type Page, test } from '@playwright/test'
import { foundInMail } from './support/mails'
import { address, signInByLink, staffPage } from './support/site'

const ASKER = 'chief@nearby-homes.example'

async function askToJoin(page: Page): Promise<void> {
  await page.goto(address('/join'))
  await page.getByLabel('Your name').fill('Chief of Homes')
  await page.getByLabel('E-mail address').fill(ASKER)
  await page.getByLabel('Organisation', { exact: true }).fill('Nearby Homes')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('Your message has reached us.')).toBeVisible()
}

async function openEnquiry(page: Page): Promise<void> {
  await page.goto(address('/admin/collections/enquiries'))
  await page.getByRole('link', { name: 'Chief of Homes' }).first().click()
  await expect(page.getByRole('heading', { name: 'Organisation', exact: true })).toBeVisible()
}

test('an administrator makes an organisation of an enquiry, and who asked comes in as its manager', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  await askToJoin(await (await browser.newContext()).newPage())

  const editor = await staffPage(browser, 'editor')
  await openEnquiry(editor)
  await expect(editor.getByText('An administrator can make the organisation here')).toBeVisible()
  await editor.context().close()

  const desk = await staffPage(browser, 'administrator')
  await openEnquiry(desk)
  await expect(desk.getByText('ends in nearby-homes.example may join')).toBeVisible()
  await desk.getByLabel('Last day of membership').fill('2020-01-01')
  await desk.getByRole('button', { name: 'Make the organisation' }).click()
  await expect(desk.getByText('The membership would end before it begins.')).toBeVisible()

  await desk.getByLabel('Last day of membership').fill('2099-12-31')
  await desk.getByLabel('Seats, or nothing for any number').fill('12')
  await desk.getByRole('button', { name: 'Make the organisation' }).click()
  await expect(desk.getByText('The organisation made of it')).toBeVisible()
  await expect(desk.getByText('Nearby Homes').first()).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Make the organisation' })).toHaveCount(0)

  const manager = await (await browser.newContext()).newPage()
  await signInByLink(manager, address(await foundInMail(ASKER, /(\/sign-in\/[\w-]{40,})/)))
  await manager.goto(address('/account/organisation'))
  await expect(manager.getByRole('heading', { level: 1, name: 'Nearby Homes' })).toBeVisible()
  await expect(manager.getByText('1 of 12 in use')).toBeVisible()
})
