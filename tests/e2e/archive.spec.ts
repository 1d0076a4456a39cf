import { expect, type Page, test } from '@playwright/test'
import { column, count } from './support/archive'
import { axeFaults, overflow } from './support/axe-faults'
import { address } from './support/site'

const NARROW = { width: 390, height: 844 }

const field = (page: Page) => page.getByRole('combobox', { name: 'Search the briefings' })
const titles = (page: Page) => page.getByRole('article').getByRole('heading').allInnerTexts()

/** Opens the archive and waits for the script to take it over; marks the page, so that a new one would show. */
async function openArchive(page: Page, search = ''): Promise<void> {
  await page.goto(address(`/briefings${search}`))
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false')
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''))
}

const expectSamePage = (page: Page) =>
  expect(page.locator('body')).toHaveAttribute('data-same-page', '')

test.describe('with JavaScript', () => {
  test('results follow typing in place, and their count is said once', async ({ page }) => {
    const said: string[] = []
    await page.exposeFunction('hear', (words: string) => void said.push(words))
    await openArchive(page)
    await page.evaluate(() => {
      const hear = (window as unknown as { hear: (words: string) => void }).hear
      const status = [...document.querySelectorAll('main [role=status]')].at(-1)
      new MutationObserver(() => hear(status?.textContent ?? '')).observe(status ?? document, {
        childList: true,
        characterData: true,
        subtree: true,
      })
    })
    const all = await count(page).innerText()

    await field(page).pressSequentially('housing', { delay: 20 })
    await expect(page).toHaveURL(/\/briefings\?q=housing$/)
    await expect(count(page)).toHaveText(/^\d+ briefings for “housing”$/)
    await expect.poll(() => said.length).toBe(1)
    expect(said[0]).toBe(await count(page).innerText())
    await expect(page).toHaveTitle('“housing” in briefings · Signpost')
    await expect(field(page)).toBeFocused()

    await page.goBack()
    await expect(count(page)).toHaveText(all)
    await expect(field(page)).toHaveValue('')
    await expectSamePage(page)
  })

  test('an older answer that arrives late is never shown', async ({ page }) => {
    await openArchive(page)
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/api/archive?q=flood', async (route) => {
      await held
      await route.continue().catch(() => undefined)
    })
    const asked = page.waitForRequest('**/api/archive?q=flood')
    await field(page).fill('flood')
    await asked
    await field(page).fill('housing')
    await expect(count(page)).toHaveText(/“housing”$/)
    release()
    await page.unrouteAll({ behavior: 'wait' })
    await expect(count(page)).toHaveText(/“housing”$/)
  })

  test('a search that fails leaves the last results and offers another try', async ({ page }) => {
    await openArchive(page, '?q=housing')
    const before = await titles(page)
    await page.route('**/api/archive?*', (route) => route.abort())
    await field(page).fill('homelessness')
    await expect(page.getByRole('alert').filter({ hasText: 'did not answer' })).toBeVisible()
    expect(await titles(page)).toEqual(before)

    await page.unrouteAll()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Try again' }).click()
    await expect(count(page)).toHaveText(/“homelessness”$/)
  })

  test('filters, chips, order and pages answer in place, and the back button undoes them', async ({
    page,
  }) => {
    await openArchive(page)
    await column(page).locator('summary', { hasText: 'Below Housing' }).click()
    const choice = column(page).getByRole('link', { name: /^Homelessness/ })
    await choice.click()
    await expect(page).toHaveURL(/\?topic=homelessness$/)
    const chip = page.getByRole('link', { name: 'Remove filter: Homelessness' })
    await expect(chip).toBeVisible()
    await expect(column(page).getByRole('link', { name: /Homelessness/ })).toBeFocused()

    await page.getByRole('link', { name: 'Oldest' }).click()
    await expect(page).toHaveURL(/topic=homelessness&sort=oldest$/)
    await expect(page.getByRole('link', { name: 'Oldest' })).toHaveAttribute('aria-current', 'true')

    await chip.click()
    await expect(page).toHaveURL(/\/briefings\?sort=oldest$/)
    await expect(count(page)).toBeFocused()

    await page.getByRole('link', { name: 'Next' }).click()
    await expect(page.getByText('Page 2 of')).toBeVisible()
    await expect(count(page)).toBeInViewport()
    await expect(count(page)).toBeFocused()

    for (const address of [/sort=oldest$/, /topic=homelessness&sort/, /topic=homelessness$/]) {
      await page.goBack()
      await expect(page).toHaveURL(address)
    }
    await expect(chip).toBeVisible()
    await page.goBack()
    await expect(chip).toHaveCount(0)
    await expectSamePage(page)
  })

  test('the search box suggests by keyboard alone, and Enter still sends the words typed', async ({
    page,
  }) => {
    await page.goto(address('/topics'))
    const box = page.getByRole('combobox', { name: 'Search briefings' })
    await expect(box).toHaveAttribute('aria-expanded', 'false')
    await box.focus()
    await page.keyboard.type('hous')
    const list = page.getByRole('listbox', { name: 'Suggestions' })
    await expect(list.getByRole('group', { name: 'Topics' }).getByRole('option')).not.toHaveCount(0)
    await expect(page.getByRole('status').filter({ hasText: 'suggestion' })).toHaveCount(1)

    await page.keyboard.press('ArrowDown')
    const first = list.getByRole('option').first()
    await expect(first).toHaveAttribute('aria-selected', 'true')
    await expect(box).toHaveAttribute(
      'aria-activedescendant',
      (await first.getAttribute('id')) ?? '',
    )
    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
    await expect(box).toHaveValue('hous')
    await expect(box).toBeFocused()

    await page.keyboard.press('ArrowDown')
    await expect(first).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/topics\/housing$/)

    await page.getByRole('combobox', { name: 'Search briefings' }).fill('hous')
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/briefings\?q=hous$/)
  })

  test('a person who uses the keyboard alone can narrow a search', async ({ page }) => {
    await openArchive(page, '?q=housing')
    await field(page).focus()
    const place = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    for (let step = 0; step < 80 && !(await place()).startsWith('Last 5 years'); step += 1) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/q=housing&from=\d{4}-\d{2}-\d{2}$/)
    await expectSamePage(page)
  })

  for (const [size, viewport] of Object.entries({ wide: null, narrow: NARROW })) {
    test(`no state of the archive has a WCAG 2.2 AA violation, ${size}`, async ({ page }) => {
      if (viewport) await page.setViewportSize(viewport)
      await openArchive(page, '?q=housing&topic=housing&year=2024&from=2019')
      if (viewport) await page.getByText('Narrow the results').first().click()
      expect(await axeFaults(page)).toEqual([])
      await field(page).fill('hous')
      await expect(page.getByRole('option').first()).toBeVisible()
      await page.keyboard.press('ArrowDown')
      expect(await axeFaults(page)).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    })
  }
})
