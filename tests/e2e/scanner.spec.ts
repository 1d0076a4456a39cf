import { type Browser, expect, type Page, test } from '@playwright/test'
import { askTheSite, bodyOf } from './support/ask-the-site'
import { foundInMail, textsTo } from './support/mails'
import { account, address, newSignInLink } from './support/site'

/** A mail scanner’s browser: opens the page, runs its scripts, follows its links, submits no form. */
async function scan(browser: Browser, link: string): Promise<void> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await page.waitForLoadState('networkidle')
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
  for (const href of links.filter((one) => one.startsWith(address('/'))).slice(0, 12)) {
    await page.goto(href)
  }
  await page.goto(link)
  await page.context().close()
}

const press = async (page: Page) => {
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/(account|sign-in)/)
}

test('a mail scanner’s HEAD, three GETs and a browser that submits nothing leave link and code usable; a press uses them up', async ({
  browser,
}) => {
  const { email } = account('member')
  const link = await newSignInLink(email)
  const { pathname } = new URL(link)
  const { ask, close } = askTheSite()

  expect((await ask(pathname, { method: 'HEAD' })).status).toBe(200)
  for (let count = 0; count < 3; count += 1) {
    const answer = await ask(pathname, { headers: { Accept: 'text/html' } })
    expect(bodyOf(answer)).toContain('One press and you are in')
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
  await scan(browser, link)

  const reader = await (await browser.newContext()).newPage()
  await reader.goto(link)
  await press(reader)
  await expect(reader.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()

  const replay = await (await browser.newContext()).newPage()
  await replay.goto(link)
  await expect(replay.getByRole('heading', { level: 1 })).toHaveText('This link was used already')
  await expect(replay.getByRole('button', { name: 'Sign in' })).toHaveCount(0)
  close()
})

test('the press works without JavaScript too, though the page tells nobody where it leads from', async ({
  browser,
}) => {
  const link = await newSignInLink(account('manager').email)
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(link)
  await press(page)

  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()
})

test('a scanner that has been to the link leaves the code of the same mail usable, once', async ({
  browser,
}) => {
  const { email } = account('member')
  const before = textsTo(email).length
  const reader = await (await browser.newContext()).newPage()
  await reader.goto(address('/sign-in'))
  await reader.getByLabel('E-mail address').fill(email)
  await reader.getByRole('button', { name: 'Send me a code' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Look in your mail')
  const code = await foundInMail(email, /^(\d{6})$/m, before)
  const path = await foundInMail(email, /(\/sign-in\/[\w-]{40,}\S*)/, before)

  const { ask, close } = askTheSite()
  expect((await ask(path, { method: 'HEAD' })).status).toBe(200)
  for (let count = 0; count < 3; count += 1) {
    expect((await ask(path, { headers: { Accept: 'text/html' } })).status).toBe(200)
  }
  close()
  await scan(browser, address(path))

  await reader.getByLabel('Code').fill(code)
  await press(reader)
  await expect(reader.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible()

  const replay = await (await browser.newContext()).newPage()
  await replay.goto(address(path))
  await expect(replay.getByRole('heading', { level: 1 })).toHaveText('This link was used already')
})
