import { expect, type Page, test } from '@playwright/test'
import { expectNoFaults } from './support/axe-faults'
import { invitationOf, newMember } from './support/new-member'
import { account, address, newSignInLink, signedIn, signInByLink } from './support/site'
import { walk, walkStates } from './support/walk-for-faults'

const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 320, height: 640 } }
const BRIEFING = '/briefings/delivering-solutions-to-tackle-homelessness'
const KEEP = '/account/saved-searches/new?search=q%3Drents%26topic%3Dhousing'

const SAID_TO_ANYBODY = {
  '/account/confirm/x?said=confirmed': 'Your address is confirmed for another year.',
  '/account/confirm/x?said=back': 'You have a seat again',
  '/sign-in?step=code': 'Too much time has passed.',
}

const SAID_IN_THE_ACCOUNT = {
  '/account?bulletin=on': 'Your Bulletin goes on',
  '/account/reading-list?forgotten=all': 'All that you had read is forgotten.',
  '/account/reading-list?full=yes': 'which is as many as it can',
}

const h1 = (page: Page) => page.getByRole('heading', { level: 1 })

/** Keeps a search, saves a briefing to read, and leaves it among what was read lately. */
async function fillLists(page: Page): Promise<void> {
  await page.goto(address(KEEP))
  await page.getByRole('button', { name: 'Keep this search' }).click()
  await expect(page.getByText('is kept.')).toBeVisible()
  await page.goto(address(BRIEFING))
  await page.getByRole('button', { name: 'Save to reading list' }).click()
  await expect(page.getByText('On your reading list').filter({ visible: true })).toBeVisible()
}

for (const [size, viewport] of Object.entries(SIZES)) {
  test(`what is said after a press in the account has no WCAG 2.2 A or AA violation, ${size}`, async ({
    browser,
  }) => {
    test.setTimeout(180_000)
    await walkStates(await (await browser.newContext({ viewport })).newPage(), SAID_TO_ANYBODY)
    const own = await (await signedIn(browser, 'member', { viewport })).newPage()
    await walkStates(own, SAID_IN_THE_ACCOUNT)
  })

  test(`the form of a code has none, nor has it with a wrong one, ${size}`, async ({ browser }) => {
    const page = await (await browser.newContext({ viewport })).newPage()
    await page.goto(address('/sign-in'))
    // Answered as a member’s address is, and no mail goes out.
    await page.getByLabel('E-mail address').fill(`nobody-${size}@exampleshire.example`)
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await expect(h1(page)).toHaveText('Look in your mail')
    await expectNoFaults(page, 'the form of a code')

    await page.getByLabel('Code').fill('000000')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByText('That is not the code').first()).toBeVisible()
    await expectNoFaults(page, 'a wrong code')
  })

  test(`the page of a sign-in link has none, before it is pressed, after, and in another’s browser, ${size}`, async ({
    browser,
  }) => {
    const link = await newSignInLink(account('member').email)
    const page = await (await browser.newContext({ viewport })).newPage()
    const others = await (await signedIn(browser, 'manager', { viewport })).newPage()
    await page.goto(link)
    await expect(h1(page)).toHaveText('Sign in to Signpost')
    await expectNoFaults(page, 'a live link')
    await others.goto(link)
    await expect(others.getByText('You are signed in already.')).toBeVisible()
    await expectNoFaults(others, 'a live link of somebody else')

    await signInByLink(page, link)
    await page.goto(link)
    await expect(h1(page)).toHaveText('You are signed in')
    await expectNoFaults(page, 'a link that was pressed here')
    await others.goto(link)
    await expect(h1(others)).toHaveText('This link was used already')
    await expectNoFaults(others, 'a link that was pressed elsewhere')
  })

  test(`lists with something on them have none, ${size}`, async ({ browser }) => {
    test.setTimeout(180_000)
    const email = await newMember(browser, `keeper-${size}`)
    const page = await (await browser.newContext({ viewport })).newPage()
    await signInByLink(page, await invitationOf(email))
    await fillLists(page)

    await walk(page, ['/account/saved-searches'])
    await expect(page.getByRole('button', { name: 'Delete' })).toBeVisible()
    await walk(page, ['/account/reading-list'])
    await expect(page.getByRole('button', { name: /^Remove “/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Forget “/ })).toBeVisible()
    await walk(page, [KEEP])
    await expect(h1(page)).toHaveText('You keep this search already')
  })

  test(`the page of an organisation somebody has left has none, ${size}`, async ({ browser }) => {
    test.setTimeout(180_000)
    const name = `removed-${size}`
    await newMember(browser, name)
    const page = await (await signedIn(browser, 'manager', { viewport })).newPage()
    await page.goto(address('/account/organisation'))
    await page.getByRole('button', { name: `Remove ${name}` }).click()
    await expect(page.getByText(`${name} is removed`)).toBeVisible()
    await expectNoFaults(page, 'a member is removed')

    await walk(page, ['/account/organisation'])
    await expect(page.getByRole('button', { name: `Put back ${name}` })).toBeVisible()
  })
}
