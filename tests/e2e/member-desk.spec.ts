import { expect, type Page, test } from '@playwright/test'
import { axeFaultsWithin } from './support/axe-faults'
import { invitationOf, newMember } from './support/new-member'
import { address, signInByLink, staffPage } from './support/site'

const NAME = 'ended-at-the-desk'

async function openMember(page: Page): Promise<void> {
  await page.goto(address(`/admin/collections/members?search=${NAME}`))
  await page.getByRole('link', { name: NAME }).first().click()
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
