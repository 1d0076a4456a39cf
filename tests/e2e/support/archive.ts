import type { Locator, Page } from '@playwright/test'

/** The heading of the results, which says how many there are. */
export const count = (page: Page): Locator => page.locator('#results')

/** The filters beside the results of a wide page. */
export const column = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Narrow the results' })
