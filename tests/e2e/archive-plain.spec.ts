import { expect, test } from '@playwright/test'
import { column, count } from './support/archive'
import { account, address, newSignInLink, signInByLink } from './support/site'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a search, its filters, years and pages are plain forms and links', async ({ page }) => {
    await page.goto(address('/briefings'))
    const plain = page.getByRole('textbox', { name: 'Search the briefings' })
    await plain.fill('housing')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await expect(count(page)).toHaveText(/^\d+ briefings for “housing”$/)
    await expect(plain).toHaveValue('housing')

    await column(page)
      .getByRole('link', { name: /^Housing , / })
      .click()
    await expect(page).toHaveURL(/q=housing&topic=housing$/)
    await column(page).getByLabel('From year').fill('2023')
    await column(page).getByRole('button', { name: 'Set the years' }).click()
    await expect(page.getByRole('link', { name: 'Remove filter: From 2023' })).toBeVisible()
    await page.getByRole('link', { name: 'Remove filter: Housing' }).click()
    await page.getByRole('link', { name: 'Remove filter: From 2023' }).click()
    await expect(page).toHaveURL(/\?q=housing$/)

    await page.goto(address('/briefings'))
    await page.getByRole('link', { name: 'Next' }).click()
    await expect(page.getByText('Page 2 of')).toBeVisible()
  })

  test('an empty result says what each filter taken away would find', async ({ page }) => {
    await page.goto(address('/briefings?q=homelessness&topic=technology&year=2026'))
    await expect(count(page)).toHaveText('No briefings for “homelessness”')
    const way = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: 'without any filter' })
    const found = /\((\d+) briefings\)/.exec(await way.innerText())?.[1]
    await way.getByRole('link').click()
    await expect(count(page)).toHaveText(`${found ?? 'no number'} briefings for “homelessness”`)
  })

  test('every briefing stands on one page, from A to Z and by year', async ({ page }) => {
    await page.goto(address('/briefings'))
    const all = Number.parseInt(await count(page).innerText(), 10)
    for (const [link, jumps] of [
      ['A to Z', 'Letters'],
      ['by year', 'Years'],
    ] as const) {
      await page.goto(address('/briefings'))
      await page.getByText('All briefings on one page').getByRole('link', { name: link }).click()
      await expect(page.getByRole('navigation', { name: jumps })).toBeVisible()
      const lines = page.getByRole('region').getByRole('listitem').getByRole('link')
      await expect(lines).toHaveCount(all)
    }
  })
})

test('a visitor is led to membership from each locked result, and a member to the passage', async ({
  page,
}) => {
  await page.goto(address('/briefings?q=homelessness'))
  const results = page.getByRole('article')
  const found = await results.count()
  expect(found).toBeGreaterThan(0)
  await expect(results.getByRole('link', { name: /^How to read it/ })).toHaveCount(found)
  await expect(results.getByText(/^Go to/)).toHaveCount(0)

  await signInByLink(page, await newSignInLink(account('member').email))
  await page.goto(address('/briefings?q=housing+first+tenancies'))
  await expect(page.getByRole('link', { name: /^How to read it/ })).toHaveCount(0)
  const passage = page.getByRole('link', { name: /^Go to “/ }).first()
  await passage.click()
  const anchor = new URL(page.url()).hash
  expect(anchor).not.toBe('')
  await expect(page.locator(anchor)).toBeInViewport()
})
