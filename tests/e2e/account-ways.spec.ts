import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectNoFaults } from './support/axe-faults'
import { foundInMail, textsTo } from './support/mails'
import { invitationOf, newMember } from './support/new-member'
import { address, newSignInLink, signInByLink, staffPage } from './support/site'

const BRIEFING = '/briefings/delivering-solutions-to-tackle-homelessness'
const SIZES = [
  { width: 1280, height: 900 },
  { width: 320, height: 640 },
]
const WAYS = [
  { way: 'with', javaScriptEnabled: true },
  { way: 'without', javaScriptEnabled: false },
]

const h1 = (page: Page) => page.getByRole('heading', { level: 1 })

/** What axe finds wrong with a page as anybody meets it, wide and narrow. */
async function expectNoFaultsAt(browser: Browser, path: string, title: string): Promise<void> {
  for (const viewport of SIZES) {
    const page = await (await browser.newContext({ viewport })).newPage()
    await page.goto(address(path))
    await expect(h1(page)).toHaveText(title)
    await expectNoFaults(page, `${title}, ${viewport.width} wide`)
    await page.context().close()
  }
}

/** Asks to join. @returns the address of the page in the mail. */
async function askToJoin(page: Page, email: string): Promise<string> {
  await page.goto(address('/join/by-address'))
  await page.getByLabel('Your name').fill('Newly Joined')
  await page.getByLabel('E-mail address at work').fill(email)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Look in your mail' })).toBeVisible()
  return foundInMail(email, /(\/join\/confirm\/[\w-]+)/)
}

for (const { way, javaScriptEnabled } of WAYS) {
  test(`whoever has a member organisation’s address joins by the link in a mail, ${way} JavaScript`, async ({
    browser,
  }) => {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
    const link = await askToJoin(page, `joins.${way}@exampleshire.example`)
    await expectNoFaultsAt(browser, link, 'Join Signpost')

    await page.goto(address(link))
    await page.getByRole('button', { name: 'Confirm and join' }).click()
    await page.waitForURL('**/account?joined=yes')
    await expect(h1(page)).toHaveText('Your account')
    await page.goto(address(BRIEFING))
    await expect(page.locator('.member-text')).toHaveCount(1)

    await expectNoFaultsAt(browser, link, 'You have joined already')
  })
}

/** Gives Anytown Housing Advice so many seats, as an administrator does. */
async function setSeats(page: Page, seats: number): Promise<void> {
  const headers = { origin: new URL(address('/')).origin, 'sec-fetch-site': 'same-origin' }
  const where = { headers, params: { limit: 1, sort: 'name' } }
  const answer = await page.request.get(address('/api/organisations'), where)
  const { docs } = (await answer.json()) as { docs: { id: string; name: string }[] }
  expect(docs[0]?.name).toBe('Anytown Housing Advice')
  const path = address(`/api/organisations/${docs[0]?.id ?? ''}`)
  expect((await page.request.patch(path, { headers, data: { seats } })).status()).toBe(200)
}

test('whoever finds no seat free is told that they wait, and has the next', async ({ browser }) => {
  test.setTimeout(300_000)
  const email = 'waits@anytown-advice.example'
  const desk = await staffPage(browser, 'administrator')
  await setSeats(desk, 0)
  try {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    const link = await askToJoin(page, email)
    await page.goto(address(link))
    await page.getByRole('button', { name: 'Confirm and join' }).click()
    await expect(h1(page)).toHaveText('You are waiting for a seat')
    await expectNoFaultsAt(browser, link, 'You are waiting for a seat')
    await page.goto(address('/account'))
    await expect(h1(page)).toHaveText('Sign in')
  } finally {
    await setSeats(desk, 15)
  }

  const seated = () => textsTo(email).some((text) => text.includes('/sign-in'))
  await expect.poll(seated, { timeout: 120_000 }).toBe(true)
  const page = await (await browser.newContext()).newPage()
  await signInByLink(page, await newSignInLink(email))
  await page.goto(address(BRIEFING))
  await expect(page.locator('.member-text')).toHaveCount(1)
})

for (const { way, javaScriptEnabled } of WAYS) {
  test(`an account moves when both addresses have said yes, ${way} JavaScript`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const email = await newMember(browser, `mover-${way}`)
    const newEmail = `moved-away-${way}@exampleshire.example`
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
    await signInByLink(page, await invitationOf(email))
    await page.goto(address('/account/address'))
    await page.getByLabel('New e-mail address').fill(newEmail)
    await page.getByRole('button', { name: 'Mail both addresses' }).click()
    await expect(h1(page)).toHaveText('Look in both mailboxes')

    // The mails may be read on another device, where nobody is signed in.
    const elsewhere = await (await browser.newContext({ javaScriptEnabled })).newPage()
    const newSide = await foundInMail(newEmail, /(\/account\/address\/new\/[\w-]+)/)
    await elsewhere.goto(address(newSide))
    await elsewhere.getByRole('button', { name: 'Yes, move it' }).click()
    await expect(h1(elsewhere)).toHaveText('Thank you')
    await expectNoFaultsAt(browser, newSide, 'Thank you')
    await page.goto(address('/account'))
    await expect(page.getByRole('main')).toContainText(email)

    const oldSide = await foundInMail(email, /(\/account\/address\/old\/[\w-]+)/)
    await elsewhere.goto(address(oldSide))
    await elsewhere.getByRole('button', { name: 'Yes, move it' }).click()
    await expect(h1(elsewhere)).toHaveText('Your account has moved')
    await expectNoFaultsAt(browser, oldSide, 'Your account has moved')

    const after = await (await browser.newContext()).newPage()
    await signInByLink(after, await newSignInLink(newEmail))
    await expect(after.getByRole('main')).toContainText(newEmail)
    await expect(newSignInLink(email)).rejects.toThrow()
  })

  test(`an account is erased after a second word, and every browser is signed out, ${way} JavaScript`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const email = await newMember(browser, `leaver-${way}`)
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage()
    await signInByLink(page, await invitationOf(email))
    const other = await (await browser.newContext({ javaScriptEnabled })).newPage()
    await signInByLink(other, await newSignInLink(email))

    await page.goto(address('/account/erase'))
    const erase = page.getByRole('button', { name: 'Erase my account' })
    await erase.click()
    await expect(page.getByText('Tick the box').first()).toBeVisible()
    await page.getByLabel('I am sure: erase my account for good').check()
    await erase.click()
    await page.waitForURL('**/erased')
    await expect(h1(page)).toHaveText('Your account is erased')
    if (javaScriptEnabled) await expectNoFaults(page, 'what is said after erasing')

    for (const browserOfTheirs of [page, other]) {
      await browserOfTheirs.goto(address('/account'))
      await expect(h1(browserOfTheirs)).toHaveText('Sign in')
    }
    await expect(newSignInLink(email)).rejects.toThrow()
  })
}
