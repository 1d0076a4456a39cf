import path from 'node:path'
import type { Browser } from '@playwright/test'
import { composeBody } from '@/bulletin/compose'
import { BULLETIN_MAILS } from '../../tests/support/bulletin-mails'

/** The narrowest telephone, and the column's full width. */
const WIDTHS = [320, 640]

const SCHEMES = ['light', 'dark'] as const

const TALLEST = 2200

/** The Bulletin with every part it may have, as mail programs show it by day and by night. */
export async function photographBulletin(browser: Browser, folder: string): Promise<void> {
  const args = BULLETIN_MAILS['every part a mail may have']
  if (!args) throw new Error('The mail to be photographed is gone.')
  const { html } = await composeBody(args)
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      const page = await browser.newPage({ viewport: { width, height: 740 }, colorScheme })
      await page.setContent(html)
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      const file = path.join(folder, `bulletin-email-${width}-${colorScheme}.png`)
      const clip = { x: 0, y: 0, width, height: Math.min(height, TALLEST) }
      await page.screenshot({ path: file, fullPage: true, clip })
      console.log(path.relative(process.cwd(), file))
      await page.close()
    }
  }
}
