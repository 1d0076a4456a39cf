import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { mustRun } from '../support/command'
import { createRow, newStaffPage, writeBriefing } from './support/desk'
import { type EmptySite, startEmptySite } from './support/empty-site'
import { newSignInLink, signInByLink } from './support/site'

const WORD = 'quillberrow'
const TITLE = 'Recording exploitation across a county'
const MATCHING = ['ana', 'ben', 'cas']
const OTHERS = ['dee', 'eli']

const mailbox = (name: string) => `${name}@exampleshire.example`

let site: EmptySite
let officer: Page
let editor: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  site = await startEmptySite()
  const administrator = await newStaffPage(browser, site, 'administrator')
  officer = await newStaffPage(browser, site, 'officer')
  editor = await newStaffPage(browser, site, 'editor')
  await frameOfTheService(administrator)
  await membersFrom('exampleshire', [...MATCHING, 'gus'], 'Crime')
  await membersFrom('exampleshire', OTHERS, 'Housing')
  await membersFrom('lapsedshire', ['fay'], 'Crime')
})

test.afterAll(() => site.close())

/** Two topics, one below the other's neighbour; one organisation whose membership runs and one whose has ended. */
async function frameOfTheService(administrator: Page): Promise<void> {
  const crime = await createRow(administrator, site, 'topics', { name: 'Crime' })
  await createRow(administrator, site, 'topics', { name: 'County lines', parent: crime })
  await createRow(administrator, site, 'topics', { name: 'Housing' })
  for (const title of ['Review of the records', 'Statistics of referrals']) {
    await createRow(administrator, site, 'sources', {
      title,
      publisher: 'A department',
      year: 2024,
      type: 'research',
    })
  }
  const organisation = { kind: 'council', membershipFrom: '2020-01-01' }
  await createRow(administrator, site, 'organisations', {
    ...organisation,
    name: 'Exampleshire',
    membershipTo: '2099-12-31',
  })
  await createRow(administrator, site, 'organisations', {
    ...organisation,
    name: 'Lapsedshire',
    membershipTo: '2021-12-31',
  })
}

/** Brings subscribers along from another system, their consent on record. */
async function membersFrom(organisation: string, names: string[], topic: string): Promise<void> {
  const file = path.join(site.folder, `${organisation}-${topic}.csv`)
  const rows = names.map(
    (name) => `${mailbox(name)},${name},Adviser,${topic},2024-01-08,Agreed to the weekly Bulletin`,
  )
  writeFileSync(file, ['email,name,job_title,topics,subscribed_at,consent', ...rows].join('\n'))
  await mustRun('import', ['members', file, '--organisation', organisation], site.env)
}

async function memberPage(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signInByLink(page, await newSignInLink(mailbox(name), site.env))
  return page
}

test('an officer writes a briefing with a heading, a case study and two sources, and cannot publish it', async () => {
  await writeBriefing(officer, site, {
    title: TITLE,
    summary: 'How partners can record what they see in one way.',
    plantedWord: WORD,
    topic: 'County lines',
    sources: ['Review of the records', 'Statistics of referrals'],
  })

  await expect(officer.getByRole('button', { name: 'Publish changes' })).toHaveCount(0)
  await officer.getByRole('button', { name: 'Submit for review' }).click()
  await expect(officer.locator('.signpost-review')).toContainText('In review')
})

test('an editor publishes it, and within five seconds a member finds it by a word deep in its text', async ({
  browser,
}) => {
  const member = await memberPage(browser, 'ana')
  await member.goto(`${site.url}/briefings?q=${WORD}`)
  await expect(member.getByRole('link', { name: TITLE, exact: true })).toHaveCount(0)

  await editor.goto(officer.url())
  const saved = editor.waitForResponse(
    (answer) => answer.url().includes('/api/briefings/') && answer.request().method() === 'PATCH',
  )
  await editor.getByRole('button', { name: 'Publish changes' }).click()
  expect((await saved).status()).toBe(200)

  await expect(async () => {
    await member.goto(`${site.url}/briefings?q=${WORD}`)
    await expect(member.getByRole('link', { name: TITLE, exact: true })).toBeVisible({
      timeout: 100,
    })
  }).toPass({ timeout: 5_000, intervals: [200] })

  await member.getByRole('link', { name: TITLE, exact: true }).click()
  await expect(member.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  await expect(member.getByText(WORD)).toBeVisible()
  await expect(member.getByText('A partnership that shared its records')).toBeVisible()
  await expect(member.getByText('Statistics of referrals')).toBeVisible()
})

test('a visitor who searches the word finds nothing, and at the address reads the teaser without it', async ({
  browser,
}) => {
  const visitor = await (await browser.newContext()).newPage()
  await visitor.goto(`${site.url}/briefings?q=${WORD}`)
  await expect(visitor.getByRole('link', { name: TITLE, exact: true })).toHaveCount(0)

  await visitor.goto(`${site.url}/briefings`)
  await visitor.getByRole('link', { name: TITLE, exact: true }).click()
  await expect(visitor.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  await expect(
    visitor.getByText('How partners can record what they see in one way.').first(),
  ).toBeVisible()

  const plainAndFlight: Record<string, string>[] = [{}, { RSC: '1' }]
  for (const headers of plainAndFlight) {
    const answer = await visitor.request.get(visitor.url(), { headers })
    expect(await answer.text()).not.toContain(WORD)
  }
})

test('the Bulletin reaches exactly the three members it is for, and a second send nobody', async ({
  browser,
}) => {
  const gus = await memberPage(browser, 'gus')
  await gus.goto(`${site.url}/account`)
  await gus.getByRole('checkbox', { name: /weekly Bulletin/i }).uncheck()
  await gus.getByRole('button', { name: /Save.*Bulletin/i }).click()
  await expect(gus.getByText('we have stopped your Bulletin')).toBeVisible()

  const before = site.mail.accepted.length
  await mustRun('bulletin', ['send', '--now'], site.env)
  const bulletins = site.mail.accepted.slice(before)
  expect(bulletins.map(({ to }) => to).sort()).toEqual(MATCHING.map(mailbox))
  for (const { parsed, raw } of bulletins) {
    expect(parsed.text).toContain(TITLE)
    expect(raw).not.toContain(WORD)
  }

  await mustRun('bulletin', ['send', '--now'], site.env)
  expect(site.mail.accepted).toHaveLength(before + MATCHING.length)
})

test('one click in the mail programme unsubscribes, and following the link alone does not', async ({
  request,
}) => {
  const header = site.mail.accepted.at(-1)?.parsed.headers.get('list') as
    { unsubscribe?: { url?: string } } | undefined
  const address = header?.unsubscribe?.url ?? ''
  expect(address).toMatch(new RegExp(`^${site.url}/u/`))

  const looked = await request.get(address, { maxRedirects: 0 })
  expect(looked.status()).toBe(303)
  expect(await subscribersOf('active')).toBe(MATCHING.length + OTHERS.length + 1)

  const pressed = await request.post(address, {
    form: { 'List-Unsubscribe': 'One-Click' },
    maxRedirects: 0,
  })
  expect(pressed.status()).toBe(200)
  expect(await subscribersOf('active')).toBe(MATCHING.length + OTHERS.length)
})

/** How many subscriptions have this status, as an officer sees them. */
async function subscribersOf(status: string): Promise<number> {
  const answer = await officer.request.get(
    `${site.url}/api/subscriptions?where[status][equals]=${status}&limit=1`,
    { headers: { 'sec-fetch-site': 'same-origin' } },
  )
  const { totalDocs } = (await answer.json()) as { totalDocs: number }
  return totalDocs
}
