import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { mustRun } from '../../support/command'
import type { EmptySite } from './empty-site'

export const PASSWORD = 'a long enough pass phrase'

/** Makes a staff account by the command, opens its one-time link to set the password, and comes back signed in. */
export async function newStaffPage(
  browser: Browser,
  site: Pick<EmptySite, 'env' | 'url'>,
  role: 'officer' | 'editor' | 'administrator',
  email = `${role}@signpost.example`,
): Promise<Page> {
  const output = await mustRun(
    'staff',
    ['create', '--email', email, '--name', `The ${role}`, '--role', role],
    site.env,
  )
  const link = /https?:\/\/\S+\/admin\/reset\/\S+/.exec(output)?.[0]
  if (!link) throw new Error(`The command printed no link: ${output}`)

  const page = await (await browser.newContext()).newPage()
  await page.goto(link)
  await formIsReady(page)
  await page.locator('#field-password').fill(PASSWORD)
  await page.locator('#field-confirm-password').fill(PASSWORD)
  await expect(async () => {
    const answered = page.waitForResponse(/\/api\/staff\/reset-password/, { timeout: 5_000 })
    await page.getByRole('button', { name: 'Reset Password' }).click()
    expect((await answered).status()).toBe(200)
  }).toPass()
  await page.goto(`${site.url}/admin`)
  return page
}

/** The desk's forms are filled by a person only once the page's script has taken them over. */
export const formIsReady = (page: Page): Promise<void> =>
  expect(page.locator('form[data-form-ready="true"]').first()).toBeVisible()

/** Writes a row over the REST routes with the page's staff session. @throws with the answer when it is refused. */
export async function createRow(
  page: Page,
  site: EmptySite,
  collection: string,
  row: object,
): Promise<string> {
  const answer = await page.request.post(`${site.url}/api/${collection}`, {
    data: row,
    headers: { 'sec-fetch-site': 'same-origin', origin: site.url },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  const { doc } = (await answer.json()) as { doc: { id: string } }
  return doc.id
}

/** Picks a row by its title in a relationship field of the desk. */
export async function pick(field: Locator, title: string): Promise<void> {
  await field.locator('input').first().fill(title)
  await field.page().locator('.rs__option', { hasText: title }).first().click()
  await expect(field).toContainText(title)
}

export type Draft = {
  readonly title: string
  readonly summary: string
  readonly plantedWord: string
  readonly topic: string
  readonly sources: readonly string[]
}

/** Writes a briefing with a heading, a case study and its sources, as an officer does, and saves it as a draft. */
export async function writeBriefing(page: Page, site: EmptySite, draft: Draft): Promise<string> {
  await page.goto(`${site.url}/admin/collections/briefings/create`)
  const title = page.locator('#field-title').first()
  await expect(title).toBeEnabled()
  await title.fill(draft.title)
  await page.locator('#field-summary').fill(draft.summary)
  await writeBody(page, draft.plantedWord)
  await pick(page.locator('#field-topics'), draft.topic)
  await page.locator('.tabs-field__tab-button', { hasText: 'Evidence' }).click()
  const sources = page.locator('#field-sources').filter({ visible: true }).first()
  for (const source of draft.sources) await pick(sources, source)

  const saved = page.waitForResponse(
    (answer) => answer.url().includes('/api/briefings') && answer.request().method() === 'POST',
  )
  await page.getByRole('button', { name: 'Save Draft' }).click()
  expect((await saved).status()).toBe(201)
  await page.waitForURL(/\/briefings\/[0-9a-f-]{24,}/)
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await untilTheCaseStudyIsKept(page, site, id)
  return id
}

/** The editor takes over a block's fields a moment after they are filled; whoever saves at once, saves them again. */
async function untilTheCaseStudyIsKept(page: Page, site: EmptySite, id: string): Promise<void> {
  const isKept = async () => {
    const answer = await page.request.get(`${site.url}/api/briefings/${id}?draft=true`, {
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    return (await answer.text()).includes(OUTCOME)
  }
  await expect(async () => {
    if (await isKept()) return
    await page.locator('.tabs-field__tab-button', { hasText: 'Text' }).click()
    await fillCaseStudy(page)
    await page.getByRole('button', { name: 'Save Draft' }).click()
    expect(await isKept()).toBe(true)
  }).toPass({ intervals: [500], timeout: 30_000 })
}

async function writeBody(page: Page, plantedWord: string): Promise<void> {
  const editor = page.locator('.rich-text-lexical [data-lexical-editor="true"]').first()
  await expect(editor).toHaveAttribute('contenteditable', 'true')
  await editor.click()
  await page.keyboard.type('What is known, in brief.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('## What the evidence says')
  await page.keyboard.press('Enter')
  await page.keyboard.type(`Officers found a ${plantedWord} in the records.`)
  await page.keyboard.press('Enter')
  await page.keyboard.type('/case')
  await page.locator('.slash-menu-popup__item', { hasText: 'Case study' }).click()

  await fillCaseStudy(page)
}

const OUTCOME = 'Referrals could be compared for the first time.'

async function fillCaseStudy(page: Page): Promise<void> {
  const block = page.locator('.LexicalEditorTheme__block-caseStudy')
  await block.locator('[name="title"]').fill('A partnership that shared its records')
  await block.locator('[name="who"]').fill('A county council and its partners')
  await block.locator('[name="where"]').fill('An English county')
  await block
    .getByLabel('What was done')
    .fill('The partners agreed one way to record what they saw.')
  await block.locator('[name="outcome"]').fill(OUTCOME)
}
