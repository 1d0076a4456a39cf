import { createHash } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { confirmAddressLink } from '../../src/members/address/confirm-yearly'
import { expectNoFaults } from './support/axe-faults'
import { foundInMail, textsTo } from './support/mails'
import { invitationOf, newMember } from './support/new-member'
import { account, address, signedIn, signInByLink, site } from './support/site'
import { walk } from './support/walk-for-faults'

const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 320, height: 640 } }
const BRIEFING = '/briefings/delivering-solutions-to-tackle-homelessness'

const FOR_ANYBODY = [
  '/sign-in',
  '/erased',
  '/sign-in/no-such-link',
  '/join',
  '/join?sent=yes',
  '/join/by-address',
  '/join/confirm/no-such-link',
  '/account/confirm/no-such-link',
  '/account/address/new/no-such-link',
  '/colleague/no-such-link',
]

const OWN = [
  '/account',
  '/account?joined=yes',
  '/account/organisation',
  '/account/sessions',
  '/account/sessions?ended=yes',
  '/account/address',
  '/account/address?sent=yes',
  '/account/saved-searches',
  '/account/saved-searches/new?search=q%3Dhousing',
  '/account/reading-list',
  '/account/erase',
]

const SENDING = [`${BRIEFING}/send`]

/** The link of a yearly question, signed as the site signs it: the question itself takes a year to come. */
function yearlyLink(own: { id: string; email: string }): string {
  const { PAYLOAD_SECRET = '', SITE_URL = '' } = site().env
  // Payload signs with a part of a hash of what it is given.
  const secret = createHash('sha256').update(PAYLOAD_SECRET).digest('hex').slice(0, 32)
  return confirmAddressLink({ secret }, SITE_URL, own, new Date())
}

const LIST = 'email,name,job_title\nno address,List Two,\n,Nobody,\n'

for (const [size, viewport] of Object.entries(SIZES)) {
  test(`the pages by which people join and come in have no WCAG 2.2 A or AA violation, ${size}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    await walk(await (await browser.newContext({ viewport })).newPage(), FOR_ANYBODY)
  })

  test(`the account of the demonstration’s manager has none, nor the report of a list, ${size}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const page = await (await signedIn(browser, 'manager', { viewport })).newPage()
    await walk(page, [...OWN, ...SENDING])

    await page.goto(address('/account/organisation'))
    const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) }
    await page.getByLabel('List of people').setInputFiles(file)
    await page.getByRole('button', { name: 'Look at the list' }).click()
    await expect(page.getByText('Lines to mend')).toBeVisible()
    await expectNoFaults(page, 'the report of a list')
  })

  test(`an empty account has none, nor one whose membership has ended, ${size}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const email = await newMember(browser, `newcomer-${size}`)
    const page = await (await browser.newContext({ viewport })).newPage()
    await signInByLink(page, await invitationOf(email))
    await walk(page, OWN)

    await walk(await (await signedIn(browser, 'lapsed', { viewport })).newPage(), OWN)
  })

  test(`what is to be mended is said without a violation, ${size}`, async ({ browser }) => {
    const page = await (await signedIn(browser, 'member', { viewport })).newPage()
    for (const [path, button, fault] of [
      ['/account/address', 'Mail both addresses', 'Give an e-mail address'],
      ['/account/erase', 'Erase my account', 'Tick the box'],
      [`${BRIEFING}/send`, 'Send', 'Give an e-mail address'],
    ] as const) {
      await page.goto(address(path))
      await page.getByRole('button', { name: button, exact: true }).click()
      await expect(page.getByText(fault).first()).toBeVisible()
      await expectNoFaults(page, `${path}, not filled in`)
    }
  })

  test(`the pages that mails about an account lead to have none, ${size}`, async ({ browser }) => {
    const { email } = account('member')
    const newEmail = `moved-${size}@exampleshire.example`
    const before = textsTo(email).length
    const page = await (await signedIn(browser, 'member', { viewport })).newPage()
    await page.goto(address('/account/address'))
    await page.getByLabel('New e-mail address').fill(newEmail)
    await page.getByRole('button', { name: 'Mail both addresses' }).click()
    await expect(page.getByRole('heading', { name: 'Look in both mailboxes' })).toBeVisible()
    for (const [side, to, since] of [
      ['new', newEmail, 0],
      ['old', email, before],
    ] as const) {
      const link = await foundInMail(to, new RegExp(`(/account/address/${side}/[\\w-]+)`), since)
      await page.goto(address(link))
      await expectNoFaults(page, `the page of the ${side} address`)
    }
    await page.getByRole('button', { name: 'No, leave it' }).click()
    await expect(page.getByRole('heading', { name: 'Nothing has changed' })).toBeVisible()
    await expectNoFaults(page, 'the refused change')

    const answer = await page.request.get(address('/account/export'))
    const { account: own } = (await answer.json()) as { account: { id: string; email: string } }
    await page.goto(yearlyLink(own))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this still your address?')
    await expectNoFaults(page, 'the yearly question')
  })
}
