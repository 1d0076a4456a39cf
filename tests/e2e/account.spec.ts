import { expect, test } from '@playwright/test'
import { expectNoFaults } from './support/axe-faults'
import { account, address, signedIn } from './support/site'

test('a manager invites, removes and takes it back without JavaScript', async ({ browser }) => {
  const context = await signedIn(browser, 'manager', { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(address('/account/organisation'))
  await page.getByLabel('Their name').fill('New Colleague')
  await page.getByLabel('Their e-mail address').fill('new.colleague@elsewhere.example')
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(
    page.getByText('It should end in').or(page.getByText('You can invite')).first(),
  ).toBeVisible()

  await page.getByLabel('Their name').fill('New Colleague')
  await page.getByLabel('Their e-mail address').fill('new.colleague@exampleshire.example')
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByText('New Colleague has a seat.')).toBeVisible()

  await page.getByRole('button', { name: 'Remove New Colleague' }).click()
  await expect(page.getByText('New Colleague is removed')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('They are back')).toBeVisible()
  await page.getByRole('button', { name: 'Remove New Colleague' }).click()
})

/** Somebody to add each time, and a line to mend. */
const listWith = (name: string) =>
  `email,name,job_title\n${name}@exampleshire.example,List One,Officer\nno address,List Two,\n`

for (const javaScriptEnabled of [true, false]) {
  test(`a list is looked at first and then brought in, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const context = await signedIn(browser, 'manager', { javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(address('/account/organisation'))
    const list = listWith(javaScriptEnabled ? 'list.one' : 'list.plain')
    const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) }
    await page.getByLabel('List of people').setInputFiles(file)
    await page.getByRole('button', { name: 'Look at the list' }).click()
    await expect(page.getByText('Nothing has changed yet.')).toBeVisible()
    await expect(page.getByText('is not an e-mail address')).toBeVisible()
    if (javaScriptEnabled) await expectNoFaults(page, 'the report of a list')
    await page.getByRole('button', { name: 'Add them' }).click()
    await expect(page.getByText('The list is in.')).toBeVisible()
  })
}

test('a member sees the own browsers, ends another, and is no manager', async ({ browser }) => {
  const context = await signedIn(browser, 'member')
  await (await signedIn(browser, 'member')).newPage()
  const page = await context.newPage()
  await page.goto(address('/account/sessions'))
  await expect(page.getByText('This browser')).toHaveCount(1)
  await page
    .getByRole('button', { name: /^Sign out Chrome/ })
    .first()
    .click()
  await expect(page.getByText('That browser is signed out.')).toBeVisible()

  await page.goto(address('/account/organisation'))
  await expect(page.getByText('This page is for managers.')).toBeVisible()
})

test('a member takes the own data along, without what is staff’s', async ({ browser }) => {
  const context = await signedIn(browser, 'member')
  const answer = await context.request.get(address('/account/export'))
  const text = await answer.text()

  expect(answer.headers()['content-disposition']).toContain('attachment')
  expect((JSON.parse(text) as { account: { email: string } }).account.email).toBe(
    account('member').email,
  )
  expect(text).not.toMatch(/tokenHash|notes|contactName/)
  expect(
    (await (await browser.newContext()).request.get(address('/account/export'))).status(),
  ).toBe(401)
})
