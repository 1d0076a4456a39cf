import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from '@playwright/test'
import { simpleParser } from 'mailparser'
import { photograph, photographPages, SIZE_NAMES, SIZES } from './photograph-pages'

const BRIEFING = '/briefings/delivering-solutions-to-tackle-homelessness'
const COLLEAGUE = 'new.colleague@exampleshire.example'

const FOR_ANYBODY = {
  'join-by-address': '/join/by-address',
  'account-link-over': '/account/confirm/no-such-link',
}

const FULL = {
  account: '/account',
  'account-organisation': '/account/organisation',
  'account-sessions': '/account/sessions',
  'account-address': '/account/address',
  'account-saved-searches': '/account/saved-searches',
  'account-reading-list': '/account/reading-list',
  'account-erase': '/account/erase',
  'send-to-colleague': `${BRIEFING}/send`,
}

const LAPSED = {
  'account-lapsed': '/account',
  'account-organisation-lapsed': '/account/organisation',
}

const LIST =
  'email,name,job_title\nnew.person@exampleshire.example,New Person,Officer\nno address,Somebody,\n'

async function photographReport(page: Page, site: string): Promise<void> {
  for (const size of SIZE_NAMES) {
    await page.setViewportSize(SIZES[size])
    await page.goto(`${site}/account/organisation`)
    const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) }
    await page.getByLabel('List of people').setInputFiles(file)
    await page.getByRole('button', { name: 'Look at the list' }).click()
    await page.getByText('Lines to mend').waitFor()
    await photograph(page, 'account-list-report', size)
  }
}

/** The link in the mail a colleague was sent: without a mail server, mails are files. */
async function passLink(outbox: string): Promise<string> {
  for (let tries = 0; tries < 30; tries += 1) {
    for (const file of existsSync(outbox) ? readdirSync(outbox).toReversed() : []) {
      if (!file.endsWith('.eml')) continue
      const { text } = await simpleParser(readFileSync(path.join(outbox, file)))
      const link = /\/colleague\/[\w-]+/.exec(text ?? '')?.[0]
      if (link) return link
    }
    await pause(1000)
  }
  throw new Error('No mail to a colleague was sent.')
}

async function photographPass(page: Page, site: string, outbox: string): Promise<void> {
  await page.goto(`${site}${BRIEFING}/send`)
  await page.getByLabel('Your colleague’s e-mail address').fill(COLLEAGUE)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('The address you gave is').waitFor()
  const colleague = await page.context().browser()?.newPage({ viewport: SIZES.wide })
  if (!colleague) throw new Error('The browser has gone.')
  const link = await passLink(outbox)
  for (const size of SIZE_NAMES) {
    await colleague.setViewportSize(SIZES[size])
    await colleague.goto(`${site}${link}`)
    await photograph(colleague, 'colleague-pass', size)
  }
  await colleague.getByRole('button', { name: 'Read the briefing' }).click()
  await colleague.waitForURL(`**${BRIEFING}`)
  for (const size of SIZE_NAMES) {
    await colleague.setViewportSize(SIZES[size])
    await colleague.goto(`${site}${BRIEFING}`)
    await photograph(colleague, 'colleague-reading', size)
  }
  await colleague.close()
}

type Stage = {
  readonly browser: Browser
  readonly site: string
  /** Where mails are kept. */
  readonly outbox: string
  readonly signIn: (page: Page, role: 'manager' | 'lapsed') => Promise<void>
}

/** Every page of an account, with something in it; and those by which people come to one. */
export async function photographAccount({ browser, site, outbox, signIn }: Stage): Promise<void> {
  await photographPages(browser, site, FOR_ANYBODY, () => Promise.resolve())
  await photographPages(browser, site, FULL, async (page) => {
    await signIn(page, 'manager')
    await page.goto(`${site}${BRIEFING}`)
    await page.getByRole('button', { name: 'Save to reading list' }).first().click()
    await page.getByText('On your').first().waitFor()
    await photographReport(page, site)
    await photographPass(page, site, outbox)
  })
  await photographPages(browser, site, LAPSED, (page) => signIn(page, 'lapsed'))
}
