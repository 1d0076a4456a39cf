import { expect, type Locator, type Page, test } from '@playwright/test'
import { axeFaults, overflow } from './support/axe-faults'
import { account, address, staffPage } from './support/site'

const INTRODUCTION = `Two pieces to read first, at ${new Date().toISOString()}.`

let editor: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  editor = await staffPage(browser, 'editor')
})

/** Presses, and waits for the page that the press leads back to. */
async function press(button: string | Locator, said: string): Promise<void> {
  const pressed = typeof button === 'string' ? editor.getByRole('button', { name: button }) : button
  await pressed.first().click()
  await expect(editor.getByText(said, { exact: false }).first()).toBeVisible()
}

/** One of an item's buttons: what it does, then the item's title for who does not see it beside it. */
const itemButton = (what: string, title: string) =>
  editor.getByRole('button', { name: title }).filter({ hasText: what })

/** Of the page without the mail on it, in whose frame no script runs, axe’s neither: mails have a gate of their own. */
async function faults(): Promise<string[]> {
  await editor.evaluate(() => document.querySelector('iframe')?.remove())
  return axeFaults(editor)
}

const titles = () => editor.locator('ol .signpost-item__title a').allTextContents()

test('an editor writes an introduction, and it stands when they come back', async () => {
  await editor.goto(address('/admin/bulletin'))
  await expect(editor.getByRole('heading', { level: 1, name: 'Bulletin' })).toBeVisible()
  await editor.getByLabel('Introduction').fill(INTRODUCTION)
  await press('Save', 'Saved.')

  await expect(editor.getByLabel('Introduction')).toHaveValue(INTRODUCTION)
})

test('moves an item with the keyboard alone, and the keyboard stays there', async () => {
  const [first = '', second = ''] = await titles()
  await itemButton('Down', first).focus()
  await editor.keyboard.press('Enter')
  await expect(editor.getByText('Saved.')).toBeVisible()

  expect((await titles()).slice(0, 2)).toEqual([second, first])
  await expect(
    editor.getByRole('button', { name: first }).and(editor.locator(':focus')),
  ).toBeVisible()
})

test('holds an item for a later issue, which then is not in the preview of a member', async () => {
  const [held = '', kept = ''] = await titles()
  await press(itemButton('Hold', held), 'Saved.')
  expect(await titles()).not.toContain(held)

  await editor.getByRole('textbox', { name: /^As this member \(their/ }).fill('')
  await editor.getByRole('button', { name: 'Preview' }).click()
  await expect(editor.getByRole('heading', { level: 1, name: 'Preview' })).toBeVisible()
  const mail = editor.frameLocator('iframe.signpost-mail')
  await expect(mail.getByRole('link', { name: kept })).toBeVisible()
  await expect(mail.locator('p', { hasText: INTRODUCTION })).toBeVisible()
  await expect(mail.getByText(held)).toHaveCount(0)
  expect(await faults()).toEqual([])

  await editor.goto(address('/admin/bulletin'))
  await press(itemButton('Put it back', held), 'Saved.')
})

test('previews as a member, and reads why another would get nothing', async () => {
  const member = account('member').email
  await editor.goto(address(`/admin/bulletin/preview?address=${encodeURIComponent(member)}`))
  await expect(editor.getByText(/would get/).first()).toBeVisible()

  await editor.goto(address('/admin/bulletin/preview?address=nobody@example.org'))
  await expect(
    editor.getByText('would get nothing: there is no member with this address'),
  ).toBeVisible()
})

test('pauses the issue with a reason, sees it on its page, and resumes it', async () => {
  await editor.goto(address('/admin/bulletin'))
  await editor.getByRole('button', { name: 'Pause' }).click()
  expect(
    await editor
      .getByLabel('Why pause?')
      .evaluate((field: HTMLInputElement) => field.validity.valid),
  ).toBe(false)
  await editor.getByLabel('Why pause?').fill('A title is wrong')
  await press('Pause', 'Paused.')
  await expect(editor.getByText('Why: A title is wrong')).toBeVisible()

  await editor.getByRole('link', { name: /^Open it/ }).click()
  await expect(editor.getByText('Why it is paused:')).toBeVisible()
  expect(await faults()).toEqual([])
  await editor.getByLabel('Why resume?').fill('The title is mended')
  await press('Resume', 'Resumed.')
  const decisions = editor.getByRole('region', { name: 'Decisions' })
  await expect(decisions.getByRole('row', { name: /paused.*A title is wrong/ })).toBeVisible()
  await expect(decisions.getByRole('row', { name: /resumed.*The title is mended/ })).toBeVisible()
})

test('approves the issue, which then goes out at its time', async () => {
  await editor.goto(address('/admin/bulletin'))
  await expect(editor.getByText('if an editor has approved it by then')).toBeVisible()
  await press('Approve this issue', 'Approved.')
  await expect(editor.getByText(/^Approved by .* on /)).toBeVisible()
  await expect(editor.getByRole('button', { name: 'Approve this issue' })).toHaveCount(0)
})

test('looks up what a member got, and why not the rest', async () => {
  const member = account('member').email
  await editor.goto(address('/admin/bulletin'))
  await editor.getByLabel(/^What did this member get/).fill(member)
  await editor.getByRole('button', { name: 'Look up' }).click()
  await expect(
    editor.getByRole('heading', { level: 1, name: 'What this member got' }),
  ).toBeVisible()
  await expect(editor.getByRole('heading', { level: 2, name: /^Issue of/ }).first()).toBeVisible()
  expect(await faults()).toEqual([])
})

test('the pages have no fault axe knows of, and none is wider than a telephone', async () => {
  for (const page of ['', '/2026-11-20', '/member', '/preview']) {
    await editor.setViewportSize({ width: 1280, height: 900 })
    await editor.goto(address(`/admin/bulletin${page}`))
    await expect(editor.locator('.signpost-bulletin h1')).toBeVisible()
    expect(await faults(), page).toEqual([])
    await editor.setViewportSize({ width: 400, height: 800 })
    expect(await overflow(editor), page).toBeLessThanOrEqual(0)
  }
  await editor.setViewportSize({ width: 1280, height: 900 })
})

test('an officer sees the same pages and nothing to press that steers', async ({ browser }) => {
  const officer = await staffPage(browser, 'officer')
  await officer.goto(address('/admin/bulletin'))
  await expect(officer.getByRole('heading', { level: 1, name: 'Bulletin' })).toBeVisible()
  await expect(officer.getByRole('button', { name: 'Look up' })).toBeVisible()
  for (const name of ['Save', 'Pause', 'Cancel the issue', 'Send test', 'Approve this issue']) {
    await expect(officer.getByRole('button', { name, exact: true })).toHaveCount(0)
  }
})
