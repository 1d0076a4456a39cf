import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'

/** Every mail in the outbox of a data folder, the oldest first. */
export async function mailsInOutbox(dataDir: string): Promise<ParsedMail[]> {
  const folder = path.join(dataDir, 'outbox')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'))
  return Promise.all(
    files.sort().map((name) => simpleParser(readFileSync(path.join(folder, name)))),
  )
}
