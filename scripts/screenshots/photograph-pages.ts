import path from 'node:path'
import type { Browser, Page } from '@playwright/test'

export const FOLDER = path.resolve('docs/screenshots')
export const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 740 } }
/** Pixels after which a picture is cut: enough to judge a page by, and no more to download. */
const TALLEST = 2200

export type Size = keyof typeof SIZES

export const SIZE_NAMES = Object.keys(SIZES) as Size[]

/** Fonts first: a picture taken before they arrive shows the fallback. */
export async function photograph(page: Page, name: string, size: Size): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const file = path.join(FOLDER, `${name}-${size}.png`)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  const clip = { x: 0, y: 0, ...SIZES[size], height: Math.min(height, TALLEST) }
  await page.screenshot({ path: file, fullPage: true, clip })
  console.log(path.relative(process.cwd(), file))
}

/** A picture of each page, wide and narrow, in one browser that was made ready first. */
export async function photographPages(
  browser: Browser,
  site: string,
  pages: Record<string, string>,
  prepare: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ colorScheme: 'light', locale: 'en-GB' })
  const page = await context.newPage()
  await prepare(page)
  for (const size of SIZE_NAMES) {
    await page.setViewportSize(SIZES[size])
    for (const [name, address] of Object.entries(pages)) {
      await page.goto(`${site}${address}`)
      await photograph(page, name, size)
    }
  }
  await context.close()
}
