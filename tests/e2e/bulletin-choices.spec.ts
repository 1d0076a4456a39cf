import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { FOLLOW_WORDS, PREFERENCE_WORDS, SCOPE_WORDS, SUBSCRIBE } from '../../src/bulletin/wording'
import { axeFaults, overflow } from './support/axe-faults'
import { account, address, newSignInLink, signInByLink, site } from './support/site'
import { mustRun } from '../support/command'

const BRIEFING = '/briefings/delivering-solutions-to-tackle-homelessness'
const SERIES = '/series/ideas-in-practice'
const SIZES = [
  { width: 1280, height: 900 },
  { width: 320, height: 740 },
]

type Event = { action: string; wording?: string; wordingVersion?: string; madeThrough: string }

/** The proofs as the officers' desk shows them, newest first. */
async function proofs(request: APIRequestContext): Promise<Event[]> {
  const { email, password } = account('administrator')
  await request.post(address('/api/staff/login'), { data: { email, password } })
  const answer = await request.get(address('/api/consent-events?limit=100&sort=-createdAt'), {
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  })
  expect(answer.status()).toBe(200)
  return ((await answer.json()) as { docs: Event[] }).docs
}

async function signedIn(page: Page): Promise<void> {
  await signInByLink(page, await newSignInLink(account('member').email))
}

/** The preference link in the very mail the member would get. */
async function preferencePath(): Promise<string> {
  const mail = await mustRun('bulletin', ['preview', '--as', account('member').email], site().env)
  const path = /\/bulletin\/preferences\/v1[\w-]+/.exec(
    mail.replaceAll('=\r\n', '').replaceAll('=\n', ''),
  )?.[0]
  if (!path) throw new Error(`The mail has no link to preferences: ${mail}`)
  return path
}

test.describe.configure({ mode: 'serial' })

test('a member follows a briefing and a series, lets go in the account, and takes it back', async ({
  page,
  request,
}) => {
  await signedIn(page)
  await page.goto(address(BRIEFING))
  const words = page.getByText(FOLLOW_WORDS.briefing.sentence).locator('visible=true')
  await expect(words).toBeVisible()
  await page
    .getByRole('button', { name: FOLLOW_WORDS.briefing.start })
    .locator('visible=true')
    .click()
  await expect(
    page.getByRole('button', { name: FOLLOW_WORDS.briefing.end }).locator('visible=true'),
  ).toBeVisible()
  expect((await proofs(request))[0]).toMatchObject({
    wording: FOLLOW_WORDS.briefing.sentence,
    madeThrough: 'briefing-page',
  })

  await page.goto(address(SERIES))
  await expect(page.getByText(FOLLOW_WORDS.series.sentence)).toBeVisible()
  await page.getByRole('button', { name: FOLLOW_WORDS.series.start }).click()
  await expect(page.getByRole('button', { name: FOLLOW_WORDS.series.end })).toBeVisible()

  await page.goto(address('/account'))
  const list = page.locator('#following')
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await list.getByRole('button', { name: /Stop following.*Ideas in Practice/ }).click()
  await expect(page.getByText('You no longer follow “Ideas in Practice”.')).toBeVisible()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await list.getByRole('button', { name: 'Undo' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(2)
})

test('the account shows the words it puts on record', async ({ page, request }) => {
  await signedIn(page)
  await expect(page.getByText(SUBSCRIBE.label)).toBeVisible()
  await expect(page.getByText(SUBSCRIBE.hint)).toBeVisible()
  await page.getByLabel(SCOPE_WORDS.followed).check()
  await page.getByRole('button', { name: 'Save Bulletin choices' }).click()
  await expect(page.getByText('the Bulletin brings you what you follow')).toBeVisible()

  const [newest] = await proofs(request)
  const shown = await page.locator('form').filter({ hasText: SUBSCRIBE.label }).innerText()
  for (const part of [SUBSCRIBE.label, SUBSCRIBE.hint, SCOPE_WORDS.followed]) {
    expect(newest?.wording).toContain(part)
    expect(shown).toContain(part)
  }
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('back as they were')).toBeVisible()
})

test('the link in a mail pauses, stops and takes back without signing in or a script', async ({
  browser,
  request,
}) => {
  const path = await preferencePath()
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const answer = await page.goto(address(path))
  expect(answer?.headers()['referrer-policy']).toBe('no-referrer')
  expect(answer?.headers()['cache-control']).toContain('no-store')
  expect(answer?.headers()['cache-control']).toContain('private')
  await expect(page.getByText(/•••@/)).toBeVisible()

  await expect(page.getByText(PREFERENCE_WORDS.pause)).toBeVisible()
  await page.getByRole('button', { name: 'Pause for four weeks' }).click()
  await expect(page.getByText(/Your Bulletin is paused until/)).toBeVisible()
  expect((await proofs(request))[0]?.wording).toBe(PREFERENCE_WORDS.pause)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Your last change is taken back.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Pause for four weeks' })).toBeVisible()

  await expect(page.getByText(PREFERENCE_WORDS.unsubscribe)).toBeVisible()
  await page.getByRole('button', { name: 'Unsubscribe' }).click()
  await expect(page.getByText('You are unsubscribed.')).toBeVisible()
  expect((await proofs(request))[0]?.wording).toBe(PREFERENCE_WORDS.unsubscribe)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Unsubscribe' })).toBeVisible()
  await expect(page.locator('#following').getByRole('listitem')).toHaveCount(2)

  for (const viewport of SIZES) {
    const sized = await (await browser.newContext({ viewport })).newPage()
    await sized.goto(address(path))
    expect(await axeFaults(sized, 'every rule'), path).toEqual([])
    expect(await overflow(sized)).toBeLessThanOrEqual(0)
    await sized.close()
  }
})

test('no link changes anything by being looked at, and one click answers 200 to whatever comes', async ({
  request,
}) => {
  const path = await preferencePath()
  const token = path.split('/').at(-1) ?? ''
  const before = (await proofs(request)).length
  const links = [
    path,
    `${path}/change`,
    `${path}?done=unsubscribe`,
    `/u/${token}`,
    `/bulletin/confirm/${token}`,
    `/bulletin/confirm/${token}/answer`,
  ]
  for (const link of links) {
    expect((await request.get(address(link))).status(), link).toBe(200)
    expect((await request.head(address(link))).status(), link).toBeLessThan(400)
  }
  expect(await proofs(request)).toHaveLength(before)

  const post = (name: string, body: object) =>
    request.post(address(`/u/${name}`), { ...body, maxRedirects: 0 })
  const bodies = [
    { form: { 'List-Unsubscribe': 'One-Click' } },
    { multipart: { 'List-Unsubscribe': 'One-Click' } },
  ]
  for (const body of bodies) {
    for (const name of ['v1-nobody', token, token]) {
      const answer = await post(name, body)
      expect(answer.status(), name).toBe(200)
      expect(await answer.text()).toBe('')
    }
  }
  const events = await proofs(request)
  expect(events).toHaveLength(before + 1)
  expect(events[0]?.action).toBe('one-click-unsubscribed')
})

test('a link that is nobody’s gets the same page, whatever is done with it', async ({
  request,
}) => {
  const told = new Set<string>()
  for (const token of ['v1nobody', 'x', 'v1AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']) {
    const page = await request.get(address(`/bulletin/preferences/${token}`))
    const changed = await request.post(address(`/bulletin/preferences/${token}/change`), {
      form: { act: 'unsubscribe' },
      headers: { origin: new URL(address('/')).origin },
    })
    for (const answer of [page, changed]) {
      expect(answer.status()).toBe(200)
      expect(await answer.text()).toContain('This link does not work')
    }
    told.add((await page.text()).split('<main')[1]?.split('</main>')[0] ?? '')
  }
  expect(told.size).toBe(1)
})

test('the pages with buttons to follow have no violation, wide and narrow', async ({ browser }) => {
  const context = await browser.newContext()
  await signedIn(await context.newPage())
  const kept = await context.storageState()
  for (const viewport of SIZES) {
    const sized = await browser.newContext({ viewport, storageState: kept })
    for (const path of [BRIEFING, SERIES, '/account']) {
      const page = await sized.newPage()
      await page.goto(address(path))
      expect(await axeFaults(page, 'every rule'), path).toEqual([])
      expect(await overflow(page), path).toBeLessThanOrEqual(0)
      await page.close()
    }
  }
})
