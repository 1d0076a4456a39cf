import { expect, type Page, test } from '@playwright/test'
import { marksWithin } from '../../scripts/audit-leaks/look-for-marks'
import { bookOf, newWord } from '../../scripts/audit-leaks/marks'
import { askTheSite } from './support/ask-the-site'
import { cookieOfStaff } from './support/cookies'
import { address, newSignInLink, signInByLink } from './support/site'
import { type Hand, publishedWithAFile, sentBy } from './support/written-by-staff'

/** docs/hostile-tests.md says what each number asks. */

const { ask, close } = askTheSite()
test.afterAll(() => close())

/** One word of the body is searched for, and said back; the other is told to nobody but who may read. */
const [SEARCHED, TELLING] = [newWord(), newWord()]
const BOOK = bookOf([
  { mark: TELLING, of: 'the body', audience: 'members', owner: null, kind: 'word' },
])
const TITLE = 'A membership that ends'
const SLUG = `a-membership-that-ends-${Date.now()}`
const PDF = `%PDF-1.4\n% ${TELLING}\nxref\ntrailer\nstartxref\n%%EOF\n`

const DAY = 24 * 60 * 60 * 1000
const dayFromNow = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

/** An organisation and its one member, whom no other test counts on. */
async function aMembership(administrator: Hand) {
  const organisation = await sentBy(administrator, 'POST', '/api/organisations', {
    ...{ name: 'Lapsing Trust', slug: 'lapsing-trust', kind: 'charity', graceDays: 0 },
    ...{ membershipFrom: '2026-01-01', membershipTo: dayFromNow(30) },
  })
  const email = 'reads.on@lapsing-trust.example'
  const member = await sentBy(administrator, 'POST', '/api/members', {
    ...{ name: 'Reads On', email, organisation: organisation.id },
  })
  const path = `/api/organisations/${organisation.id}`
  return {
    email,
    runsUntil: (membershipTo: string) =>
      sentBy(administrator, 'PATCH', path, { membershipTo, graceDays: 0 }),
    remove: async () => {
      await sentBy(administrator, 'DELETE', `/api/members/${member.id}`, {})
      await sentBy(administrator, 'DELETE', path, {})
    },
  }
}

const cookieIn = async (page: Page): Promise<string> =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

/** What each place answers to a browser, and whether the body's word stands in it, packed as it may be. */
async function toldTo(Cookie: string, places: Readonly<Record<string, string>>) {
  const told: Record<string, string> = {}
  for (const [name, path] of Object.entries(places)) {
    const answer = await ask(path, { headers: { Cookie } })
    const isTelling = marksWithin(answer.body, BOOK).size > 0
    told[name] = `${answer.status}, ${isTelling ? 'the body' : 'no word of the body'}`
  }
  return told
}

const AS_A_MEMBER = {
  page: '200, the body',
  'Word file': '200, the body',
  attachment: '200, the body',
  search: '200, the body',
  feed: '200, no word of the body',
  account: '200, no word of the body',
}

const AS_THE_PUBLIC = {
  ...AS_A_MEMBER,
  page: '200, no word of the body',
  // To the page, which says what the briefing holds.
  'Word file': '303, no word of the body',
  attachment: '404, no word of the body',
  search: '200, no word of the body',
}

const WITHIN = { timeout: 60_000 }

test('H15 a membership that ends closes page, Word file, attachment and search of the running site to its members, signs nobody out, and opens them again when it is renewed', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const [editor, administrator] = [
    { ask, cookie: await cookieOfStaff(ask, 'editor') },
    { ask, cookie: await cookieOfStaff(ask, 'administrator') },
  ]
  const body = `Whoever looks for ${SEARCHED} learns of ${TELLING}.`
  const sentIn = new File([PDF], 'toolkit.pdf', { type: 'application/pdf' })
  const written = { title: TITLE, slug: SLUG, body, file: sentIn }
  const file = await publishedWithAFile(editor, written)
  const places = {
    page: `/briefings/${SLUG}`,
    'Word file': `/briefings/${SLUG}/word`,
    attachment: `/attachments/${file.id}`,
    search: `/api/search?q=${SEARCHED}`,
    feed: '/feeds/briefings.xml',
    account: '/account',
  }
  const membership = await aMembership(administrator)
  try {
    const page = await (await browser.newContext()).newPage()
    await signInByLink(page, await newSignInLink(membership.email))
    const cookie = await cookieIn(page)
    const told = () => toldTo(cookie, places)
    const memberText = page.locator('.member-text')
    await expect.poll(told, WITHIN).toEqual(AS_A_MEMBER)
    await page.goto(address(places.page))
    await expect(memberText).toHaveCount(1)

    await membership.runsUntil(dayFromNow(-1))
    await expect.poll(told, WITHIN).toEqual(AS_THE_PUBLIC)
    // But for the account, which is theirs, a visitor is told the same.
    expect({ ...(await toldTo('', places)), account: AS_THE_PUBLIC.account }).toEqual(AS_THE_PUBLIC)
    expect((await ask(places.feed)).body.toString()).toContain(TITLE)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE)
    await expect(memberText).toHaveCount(0)

    await membership.runsUntil(dayFromNow(30))
    await expect.poll(told, WITHIN).toEqual(AS_A_MEMBER)
    await page.reload()
    await expect(memberText).toHaveCount(1)
  } finally {
    await membership.remove()
  }
})
