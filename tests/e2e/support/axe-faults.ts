import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export type Asked = 'every rule' | 'contrast alone'

/** What axe finds wrong with the page as it stands: a line a rule, with the places. */
export async function axeFaults(page: Page, asked: Asked = 'every rule'): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (
    asked === 'every rule' ? axe.withTags(RULES) : axe.withRules(['color-contrast'])
  ).analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
