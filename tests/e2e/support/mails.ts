import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import { site } from './site'

/** The mail server runs beside the tests, in another process: what it accepted is handed over in files. */
export const mailFolder = (dataDir: string): string => path.join(dataDir, 'mails')

const BETWEEN = '\f'

const fileFor = (folder: string, address: string): string =>
  path.join(folder, `${encodeURIComponent(address)}.txt`)

export const keepMail = (folder: string, to: string, text: string): void =>
  appendFileSync(fileFor(folder, to), text + BETWEEN)

/** The plain text of all that was mailed to an address, the oldest first. */
export function textsTo(address: string): string[] {
  const file = fileFor(mailFolder(site().env.DATA_DIR ?? ''), address)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8').split(BETWEEN).slice(0, -1)
}

/**
 * Waits for a mail to an address in which something stands, and answers the newest place where it does. `since` is how many
 * mails had come before: they are not looked at.
 */
export async function foundInMail(address: string, wanted: RegExp, since = 0): Promise<string> {
  const find = () =>
    textsTo(address)
      .slice(since)
      .map((text) => wanted.exec(text)?.[1])
      .findLast((part) => part !== undefined) ?? ''
  await expect.poll(find, { timeout: 30_000 }).not.toBe('')
  return find()
}
