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
  const colleagues = desk.getByLabel('ends in nearby-homes.example may join by themselves')
  await expect(colleagues).not.toBeChecked()
  await colleagues.check()
  await desk.getByLabel('Last day of membership').fill('2020-01-01')
  await desk.getByRole('button', { name: 'Make the organisation' }).click()
  await expect(desk.getByText('The membership would end before it begins.')).toBeVisible()
  await expect(desk.getByLabel('Last day of membership')).toHaveAttribute('aria-invalid', 'true')
  await expect(desk.getByLabel('Last day of membership')).toBeFocused()

  await desk.getByLabel('Last day of membership').fill('2099-12-31')
  await desk.getByLabel('Seats (leave empty for any number)').fill('1')
  await desk.getByRole('button', { name: 'Make the organisation' }).click()
  await expect(desk.getByText(`This mails ${ASKER} at once`)).toBeFocused()
  await desk.getByRole('button', { name: 'Yes, do it' }).click()
  await expect(desk.getByText('The organisation made of it')).toBeVisible()
  await expect(desk.getByText(`goes to ${ASKER}`)).toBeVisible()
  await expect(desk.getByText('Nearby Homes').first()).toBeVisible()
  await expect(desk.getByRole('button', { name: 'Make the organisation' })).toHaveCount(0)

  const manager = await (await browser.newContext()).newPage()
  await signInByLink(manager, address(await foundInMail(ASKER, /(\/sign-in\/[\w-]{40,})/)))
  await manager.goto(address('/account/organisation'))
  await expect(manager.getByRole('heading', { level: 1, name: 'Nearby Homes' })).toBeVisible()
  await expect(manager.getByText('1 of 1 in use')).toBeVisible()
  await expect(manager.getByText('by an address that ends in nearby-homes.example')).toBeVisible()

  await manager.getByLabel('Their name').fill('One Too Many')
  await manager.getByLabel('Their e-mail address').fill('one.too.many@nearby-homes.example')
  await manager.getByRole('button', { name: 'Invite' }).click()
  await expect(manager.getByText('All seats are taken.').first()).toBeVisible()
  await expect(manager.getByLabel('Their name')).toHaveValue('One Too Many')
})
