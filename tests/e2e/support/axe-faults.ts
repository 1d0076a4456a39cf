import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export type Asked = 'every rule' | 'contrast alone'

/** Of the page and what it frames from the site itself. Otherwise axe opens a window for each look, and a busy Chromium may open none. */
const lookAt = (page: Page) => new AxeBuilder({ page }).setLegacyMode()

/** What axe finds wrong with the page as it stands: a line a rule, with the places. */
export async function axeFaults(page: Page, asked: Asked = 'every rule'): Promise<string[]> {
  // Next may put a page's title in after the page, where one leads to it by a press.
  await expect(page).toHaveTitle(/./)
  const axe = lookAt(page)
  const { violations } = await (
    asked === 'every rule' ? axe.withTags(RULES) : axe.withRules(['color-contrast'])
  ).analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

/** The same of one part of a page: the desk is Payload’s, and what of ours stands in it is ours to answer for. */
export async function axeFaultsWithin(page: Page, selector: string): Promise<string[]> {
  const { violations } = await lookAt(page).include(selector).withTags(RULES).analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** One title, nothing that axe finds wrong, and nothing that scrolls sideways. */
export async function expectNoFaults(page: Page, where: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }), where).toHaveCount(1)
  expect(await axeFaults(page), where).toEqual([])
  expect(await overflow(page), `${where} scrolls sideways`).toBeLessThanOrEqual(0)
}
