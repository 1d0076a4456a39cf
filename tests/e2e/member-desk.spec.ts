import { expect, type Page, test } from '@playwright/test'
import { axeFaultsWithin } from './support/axe-faults'
import { invitationOf, newMember } from './support/new-member'
import { address, signInByLink, staffPage } from './support/site'

const NAME = 'ended-at-the-desk'
const STALE = 'changed-meanwhile'

async function openMember(page: Page, name = NAME): Promise<void> {
  await page.goto(address(`/admin/collections/members?search=${name}`))
  await page.getByRole('link', { name }).first().click()
  await expect(page.getByRole('heading', { name: 'Access', exact: true })).toBeVisible()
}

test('an administrator ends a member’s access and gives it back; an editor sees it stand', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const email = await newMember(browser, NAME)
  const member = await (await browser.newContext()).newPage()
  await signInByLink(member, await invitationOf(email))

  const editor = await staffPage(browser, 'editor')
  await openMember(editor)
  await expect(editor.getByText('has a seat, and reads')).toBeVisible()
  await expect(editor.getByRole('button', { name: 'End access' })).toHaveCount(0)
  await editor.context().close()

  const desk = await staffPage(browser, 'administrator')
  await openMember(desk)
  await desk.getByRole('button', { name: 'End access' }).click()
  await expect(desk.getByText('signed out everywhere')).toBeFocused()
  expect(await axeFaultsWithin(desk, '.signpost-review')).toEqual([])
  await desk.getByRole('button', { name: 'Yes, do it' }).click()
  await expect(desk.getByText('Access ended on')).toBeVisible()

  await member.goto(address('/account'))
  await expect(member).toHaveURL(/\/sign-in/)

  await desk.getByRole('button', { name: 'Give access back' }).click()
  await desk.getByRole('button', { name: 'Yes, do it' }).click()
  await expect(desk.getByText('has a seat, and reads')).toBeVisible()
})

test('a member’s page at the desk is saved twice over, and not over what was changed meanwhile', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  await newMember(browser, STALE)
  const desk = await staffPage(browser, 'administrator')
  await openMember(desk, STALE)
  const jobTitle = desk.getByLabel('Job title')
  const press = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()
  await jobTitle.fill('Planner')
  await press(desk)
  await expect(desk.getByText('Updated successfully')).toBeVisible()
  await expect(desk.getByText('Updated successfully')).toBeHidden()
  await jobTitle.fill('Head of planning')
  await press(desk)
  await expect(desk.getByText('Updated successfully')).toBeVisible()

  // Payload itself looks for a newer row at the first letter, and no later.
  await jobTitle.fill('Retired')
  await expect(desk.getByRole('button', { name: 'Save', exact: true })).toBeEnabled()
  const other = await desk.context().newPage()
  await openMember(other, STALE)
  await other.locator('#field-name').fill('Another name')
  await press(other)
  await expect(other.getByText('Updated successfully')).toBeVisible()

  await press(desk)
  await expect(desk.getByText('changed after you opened the page')).toBeVisible()
  await other.reload()
  await expect(other.getByLabel('Job title')).toHaveValue('Head of planning')
  await expect(other.locator('#field-name')).toHaveValue('Another name')
})
