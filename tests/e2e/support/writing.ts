import { expect, type Locator, type Page } from '@playwright/test'

/** The editor of a briefing's text, ready to be typed in. */
export async function textEditor(page: Page): Promise<Locator> {
  const editor = page.locator('.rich-text-lexical [data-lexical-editor="true"]').first()
  await expect(editor).toHaveAttribute('contenteditable', 'true')
  return editor
}

export const citationsIn = (editor: Locator): Locator => editor.locator('.signpost-citation')

export type Cited = {
  /** What is typed after `[@`. */
  readonly typed: string
  /** The source that is to stand first in the list. */
  readonly title: string
  readonly by?: 'Enter' | 'Tab'
}

/** Types a citation at the caret and takes what the list offers first. */
export async function cite(editor: Locator, { typed, title, by = 'Enter' }: Cited): Promise<void> {
  const page = editor.page()
  const before = await citationsIn(editor).count()
  await page.keyboard.type(`[@${typed}`)
  const first = page.getByRole('listbox', { name: 'Sources to cite' }).getByRole('option').first()
  await expect(first).toContainText(title)
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press(by)
  await expect(citationsIn(editor)).toHaveCount(before + 1)
  await expect(page.getByRole('option')).toHaveCount(0)
}

/** Puts a block at the end of the text by the editor's menu, and answers with it. */
async function addBlock(editor: Locator, slug: string, label: string): Promise<Locator> {
  const page = editor.page()
  await editor.locator('> p').last().click()
  // The menu ends at a space.
  await page.keyboard.type(`/${label.split(' ')[0]?.toLowerCase() ?? ''}`)
  await page.locator('.slash-menu-popup__item', { hasText: label }).click()
  const block = page.locator(`.LexicalEditorTheme__block-${slug}`)
  await expect(block).toBeVisible()
  return block
}

export async function writeCaseStudy(editor: Locator, outcome: string): Promise<void> {
  const block = await addBlock(editor, 'caseStudy', 'Case study')
  await block.locator('[name="title"]').fill('A council that wrote first')
  await block.locator('[name="who"]').fill('A borough council')
  await block.locator('[name="where"]').fill('An English town')
  await block.getByLabel('What was done').fill('It wrote to tenants before winter.')
  await block.locator('[name="outcome"]').fill(outcome)
}

/** Adds a chart and pastes its table from the clipboard, as from a spreadsheet. */
export async function pasteChart(editor: Locator, title: string, table: string): Promise<void> {
  const page = editor.page()
  const block = await addBlock(editor, 'chart', 'Chart')
  await block.locator('[name="title"]').fill(title)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((text) => navigator.clipboard.writeText(text), table)
  await block.locator('textarea[name="table"]').click()
  await page.keyboard.press('ControlOrMeta+V')
  await expect(block.locator('textarea[name="table"]')).toHaveValue(table)
}

type Events = Readonly<Record<string, string>>

/** Fills anew what is filled last in a chart and a timeline: the editor takes over a block's fields a moment later. */
export async function fillLastWords(page: Page, table: string, events: Events): Promise<void> {
  await page.locator('.LexicalEditorTheme__block-chart textarea[name="table"]').fill(table)
  const rows = page.locator('.LexicalEditorTheme__block-timeline .array-field__row')
  for (const [index, [day, what]] of Object.entries(events).entries()) {
    const date = rows.nth(index).locator('.date-time-picker input')
    await date.fill(day)
    await date.press('Tab')
    await rows.nth(index).locator('textarea').fill(what)
  }
}

/** Adds a timeline with its events, by their days as the desk's calendar writes them: `03/01/2024` is 1 March. */
export async function writeTimeline(editor: Locator, title: string, events: Events): Promise<void> {
  const block = await addBlock(editor, 'timeline', 'Timeline')
  await block.locator('[name="title"]').fill(title)
  for (const [index, [day, what]] of Object.entries(events).entries()) {
    await block.getByRole('button', { name: 'Add Event' }).click()
    const event = block.locator('.array-field__row').nth(index)
    const date = event.locator('.date-time-picker input')
    await date.fill(day)
    await date.press('Tab')
    await event.locator('textarea').fill(what)
  }
}
