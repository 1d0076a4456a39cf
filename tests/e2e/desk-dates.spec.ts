import { expect, test } from '@playwright/test'
import { address, staffPage } from './support/site'

test('a day typed in numbers at the desk is read the day first, shown in words, and no hour beside it', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const desk = await staffPage(browser, 'administrator')
  await desk.goto(address('/admin/collections/organisations/create'))
  await desk.getByLabel('Name', { exact: false }).first().fill('Dated Council')
  const day = (label: string) => desk.locator(`#field-${label} input`)
  await day('membershipFrom').fill('01/02/2026')
  await day('membershipFrom').press('Tab')
  await day('membershipTo').fill('04/03/2027')
  await day('membershipTo').press('Tab')
  await expect(day('membershipTo')).toHaveValue('4 March 2027')
  await desk.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(desk.getByText('0 members have a seat, and any number may join.')).toBeVisible()
  await expect(day('membershipTo')).toHaveValue('4 March 2027')

  await desk.goto(address('/admin/collections/organisations?search=Dated'))
  await expect(desk.getByRole('cell', { name: '4 March 2027', exact: true })).toBeVisible()
  await expect(desk.getByRole('cell', { name: '1 February 2026', exact: true })).toBeVisible()
})
