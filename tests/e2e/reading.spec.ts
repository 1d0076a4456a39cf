import { type Browser, expect, type Page, test } from '@playwright/test'
import { axeFaults } from './support/axe-faults'
import { address, newSignInLink, signInByLink } from './support/site'

const READER = 'planning.policy@exampleshire.example'
const OTHER_READER = 'education.lead@exampleshire.example'
const LAPSED = 'research@otherborough.example'
const BRIEFING = '/briefings/delivering-solutions-to-tackle-homelessness'

async function signedIn(browser: Browser, email: string, options: object = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  await signInByLink(page, await newSignInLink(email))
  return page
}

/** The page says it beside the text and, on narrow screens, below it. */
const onList = (page: Page) => page.getByText('On your reading list').filter({ visible: true })

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'

  test(`a member keeps a search, renames, pauses, deletes and takes it back, ${how} JavaScript`, async ({
    browser,
  }) => {
    const page = await signedIn(browser, READER, { javaScriptEnabled })
    const words = `homelessness ${how}`
    await page.goto(address(`/briefings?q=${encodeURIComponent(words)}&topic=housing`))
    await page.getByRole('button', { name: 'Keep this search' }).click()
    await expect(page.getByLabel('Name of the search')).toHaveValue(words)
    await page.getByLabel('Name of the search').fill('')
    await page.getByRole('button', { name: 'Keep this search' }).click()
    await expect(page.getByText('Give the search a name').first()).toBeVisible()
    await page.getByLabel('Name of the search').fill(`Nowhere to live, ${how}`)
    await page.getByRole('button', { name: 'Keep this search' }).click()

    await expect(page.getByText(`“Nowhere to live, ${how}” is kept.`)).toBeVisible()
    await expect(page.getByText(`“${words}” · Housing`)).toBeVisible()
    await page.getByText('Rename').click()
    await page.getByLabel('New name').fill(`Homes, ${how}`)
    await page.getByRole('button', { name: 'Save the name' }).click()
    await expect(page.getByRole('heading', { name: `Homes, ${how}` })).toBeVisible()
    await page.getByRole('button', { name: 'Pause' }).click()
    await expect(page.getByText('Paused ·')).toBeVisible()
    await page.getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText('You keep no search yet.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('link', { name: `Homes, ${how}` })).toBeVisible()
    await expect(page.getByText('Paused ·')).toBeVisible()

    await page.getByRole('link', { name: `Homes, ${how}` }).click()
    await expect(page).toHaveURL(/\/briefings\?q=homelessness/)
    await page.goto(address('/account/saved-searches'))
    await page.getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText('You keep no search yet.')).toBeVisible()
  })

  test(`a member saves a briefing to read, finds it, takes it off and puts it back, ${how} JavaScript`, async ({
    browser,
  }) => {
    const page = await signedIn(browser, READER, { javaScriptEnabled })
    await page.goto(address(BRIEFING))
    const title = await page.getByRole('heading', { level: 1 }).innerText()
    await page.getByRole('button', { name: 'Save to reading list' }).click()
    await expect(onList(page)).toBeVisible()

    await page.goto(address('/account/reading-list'))
    const list = page.getByRole('region', { name: 'To read' })
    const recent = page.getByRole('region', { name: 'Recently read' })
    await expect(recent.getByRole('link', { name: title })).toBeVisible()
    await list.getByRole('button', { name: `Remove “${title}”` }).click()
    await expect(list.getByText('Nothing yet.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(list.getByRole('link', { name: title })).toBeVisible()
    await list.getByRole('button', { name: `Remove “${title}”` }).click()
    await page.getByRole('button', { name: 'Forget all that I have read' }).click()
    await expect(page.getByText('All that you had read is forgotten.')).toBeVisible()
    await expect(recent.getByRole('link', { name: title })).toHaveCount(0)
  })
}

test('a visitor who would keep a search is led to sign in, and then back to it', async ({
  browser,
}) => {
  const page = await browser.newPage()
  await page.goto(address('/briefings?q=rents'))
  await page.getByRole('button', { name: 'Sign in and keep this search' }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount%2Fsaved-searches%2Fnew/)
  for (const path of ['/account/saved-searches', '/account/reading-list']) {
    await page.goto(address(path))
    await expect(page).toHaveURL(new RegExp(`/sign-in\\?next=${encodeURIComponent(path)}`))
  }
})

test('the pages of what members keep have no WCAG 2.2 A or AA violation, wide and narrow', async ({
  browser,
}) => {
  const page = await signedIn(browser, OTHER_READER)
  await page.goto(address('/account/saved-searches/new?search=q%3Drents%26topic%3Dhousing'))
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Keep this search' }).click()
  await expect(page.getByText('is kept.')).toBeVisible()
  await page.goto(address(BRIEFING))
  await page.getByRole('button', { name: 'Save to reading list' }).click()
  await expect(onList(page)).toBeVisible()
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    for (const path of ['/account/saved-searches', '/account/reading-list', '/account']) {
      await page.goto(address(path))
      expect(await axeFaults(page)).toEqual([])
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
    }
  }
})

test('who lapsed is told that searches rest', async ({ browser }) => {
  const page = await signedIn(browser, LAPSED)
  await page.goto(address('/account/saved-searches'))
  await expect(page.getByText('so your saved searches rest')).toBeVisible()
})
