import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { chromiumPath } from '../support/facilities'
import { CHROMIUM_ARGUMENTS } from './playwright.config'
import { axeFaultsWithin } from './support/axe-faults'
import { address, staffPage } from './support/site'
import { textEditor } from './support/writing'

const HEADERS = { 'sec-fetch-site': 'same-origin' }

const kept = (page: Page) => page.getByText('What you type is kept')

async function newDraft(page: Page, title: string): Promise<string> {
  const answer = await page.request.post(address('/api/briefings?draft=true'), {
    data: { title, type: 'briefing' },
    headers: { ...HEADERS, origin: new URL(address('/')).origin },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return ((await answer.json()) as { doc: { id: string } }).doc.id
}

const titleSaved = async (page: Page, id: string): Promise<unknown> => {
  const answer = await page.request.get(address(`/api/briefings/${id}?draft=true&depth=0`), {
    headers: HEADERS,
  })
  return ((await answer.json()) as { title: unknown }).title
}

async function openBriefing(page: Page, id: string) {
  await page.goto(address(`/admin/collections/briefings/${id}`))
  await expect(page.locator('#field-title')).toBeEnabled()
  return { title: page.locator('#field-title'), editor: await textEditor(page) }
}

/** Ends the browser as a power cut would. */
async function kill(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const gone = new Promise((resolve) => browser.once('disconnected', resolve))
  process.kill(processInfo.find(({ type }) => type === 'browser')!.id, 'SIGKILL')
  await gone
}

const anotherBrowser = () =>
  chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS })

test('brings back what was typed before the browser was killed, the title as the text', async ({
  browser,
}) => {
  const page = await staffPage(browser, 'officer')
  const id = await newDraft(page, 'Before the power cut')
  const doomed = await anotherBrowser()
  const there = await staffPage(doomed, 'officer')
  const form = await openBriefing(there, id)
  await form.title.fill('Typed before the power cut')
  await form.editor.click()
  await there.keyboard.type('A sentence that was never saved.')
  await expect(kept(there)).toBeVisible()
  const answered = there.waitForResponse(
    (answer) =>
      answer.url().endsWith('/api/working-copy') &&
      (answer.request().postData() ?? '').includes('never saved.'),
  )
  await there.keyboard.type(' And another.')
  await answered
  await kill(doomed)

  const again = await openBriefing(page, id)
  await expect(again.title).toHaveValue('Typed before the power cut')
  await expect(again.editor).toContainText('A sentence that was never saved.')
  await expect(
    page.getByText(/The form shows what you wrote until .* and did not save/),
  ).toBeVisible()
  expect(await titleSaved(page, id)).toBe('Before the power cut')
  expect(await axeFaultsWithin(page, '.signpost-kept')).toEqual([])

  await page.getByRole('button', { name: 'Go back to what was saved' }).click()
  await expect(again.title).toHaveValue('Before the power cut')
  await expect(again.editor).not.toContainText('never saved')
  const keptAgain = page.waitForResponse((answer) => answer.url().endsWith('/api/working-copy'))
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(again.title).toHaveValue('Typed before the power cut')
  expect((await keptAgain).request().postData()).toContain('Typed before the power cut')

  await page.getByRole('button', { name: 'Save Draft' }).click()
  await expect.poll(() => titleSaved(page, id)).toBe('Typed before the power cut')
  await expect(page.getByText(/The form shows what you wrote/)).toHaveCount(0)
  const saved = await openBriefing(page, id)
  await expect(saved.editor).toContainText('A sentence that was never saved.')
  await expect(page.getByText(/The form shows what you wrote/)).toHaveCount(0)
})

test('offers a new briefing that was never saved, and forgets it when told to', async ({
  browser,
}) => {
  const page = await staffPage(browser, 'officer')
  const create = address('/admin/collections/briefings/create')
  await page.goto(create)
  await expect(page.locator('#field-title')).toBeEnabled()
  await page.locator('#field-title').fill('Begun and left')
  await expect(kept(page)).toBeVisible()
  await page.context().newPage()
  await page.close({ runBeforeUnload: false })

  const next = await staffPage(browser, 'officer')
  await next.goto(create)
  await expect(next.getByText('You began a briefing, “Begun and left”')).toBeVisible()
  await next.getByRole('button', { name: 'Go on with it' }).click()
  await expect(next.locator('#field-title')).toHaveValue('Begun and left')
  await next.getByRole('button', { name: 'Save Draft' }).click()
  await next.waitForURL(/\/briefings\/[0-9a-f-]{24,}/)
  const id = new URL(next.url()).pathname.split('/').at(-1) ?? ''
  const keptUnderItsId = next.waitForRequest(
    (request) =>
      request.url().endsWith('/api/working-copy') && (request.postData() ?? '').includes(id),
  )
  await expect(next.locator('#field-title')).toBeEnabled()
  await next.locator('#field-summary').fill('Typed after it was saved for the first time.')
  await keptUnderItsId
  next.on('dialog', (dialog) => void dialog.accept())

  await next.goto(create)
  await expect(next.locator('#field-title')).toBeEnabled()
  await expect(next.getByText('You began a briefing')).toHaveCount(0)
})

test('tells two people at once of each other, and saves neither over the other', async ({
  browser,
}) => {
  const first = await staffPage(browser, 'officer')
  const second = await staffPage(browser, 'editor')
  const id = await newDraft(first, 'Wanted by two')
  const mine = await openBriefing(first, id)
  const theirs = await openBriefing(second, id)

  await mine.title.fill('As the first has it')
  await expect(kept(first)).toBeVisible()
  await theirs.title.fill('As the second has it')
  await expect(second.getByText(/currently editing this document/i)).toBeVisible()
  const saved = await second.request.patch(address(`/api/briefings/${id}?draft=true`), {
    data: { title: 'As the second has it' },
    headers: { ...HEADERS, origin: new URL(address('/')).origin },
  })
  expect(saved.status()).toBe(423)

  const third = await staffPage(browser, 'administrator')
  await third.goto(address(`/admin/collections/briefings/${id}`))
  await expect(third.getByText(/currently editing this document/i)).toBeVisible()
})

test('refuses to save over what was saved meanwhile, and keeps what is in the form', async ({
  browser,
}) => {
  const page = await staffPage(browser, 'officer')
  const id = await newDraft(page, 'Saved by two')
  const form = await openBriefing(page, id)
  await form.title.fill('As I have it')
  await expect(kept(page)).toBeVisible()
  const saved = await page.request.patch(address(`/api/briefings/${id}?draft=true`), {
    data: { title: 'As another window saved it' },
    headers: { ...HEADERS, origin: new URL(address('/')).origin },
  })
  expect(saved.status(), await saved.text()).toBe(200)

  await page.getByRole('button', { name: 'Save Draft' }).click()
  await expect(page.getByText(/was saved by somebody else, or in another window/)).toBeVisible()
  expect(await titleSaved(page, id)).toBe('As another window saved it')

  page.on('dialog', (dialog) => void dialog.accept())
  const again = await openBriefing(page, id)
  await expect(again.title).toHaveValue('As another window saved it')
  await page.getByRole('button', { name: 'Bring mine into the form' }).click()
  await expect(again.title).toHaveValue('As I have it')
  await expect(page.getByText('Saving it replaces the text that was saved since.')).toBeVisible()
  await page.getByRole('button', { name: 'Save Draft' }).click()
  await expect.poll(() => titleSaved(page, id)).toBe('As I have it')
})

test('says when what is typed cannot be kept, and keeps it once it can', async ({ browser }) => {
  const page = await staffPage(browser, 'officer')
  const { title } = await openBriefing(page, await newDraft(page, 'Cut off'))
  await page.context().setOffline(true)
  await title.fill('Typed while cut off')
  await expect(
    page.getByText(/What you type is not kept: the service does not answer/),
  ).toBeVisible()
  await page.context().setOffline(false)
  await expect(kept(page)).toBeVisible()
})
