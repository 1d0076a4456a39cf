import { expect, type Page } from '@playwright/test'
import { expectNoFaults } from './axe-faults'
import { address } from './site'

/** Opens each address and looks for faults. A page that leads elsewhere is a fault: what was to be looked at was not seen. */
export async function walk(page: Page, pages: readonly string[]): Promise<void> {
  for (const path of pages) {
    await page.goto(address(path))
    expect(page.url(), path).toBe(address(path))
    await expectNoFaults(page, path)
  }
}

/** The same of pages that say what has just happened, by what each is to say. */
export async function walkStates(page: Page, said: Readonly<Record<string, string>>) {
  for (const [path, words] of Object.entries(said)) {
    await walk(page, [path])
    await expect(page.getByText(words), path).toBeVisible()
  }
}
