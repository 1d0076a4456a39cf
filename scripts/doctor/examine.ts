import { accessSync, constants } from 'node:fs'
import type { Settings } from '@/config/settings'
import { makeMailer } from '@/mail/make-mailer'
import { makeSearchEngine } from '@/search/make-search-engine'
import type { Command } from '../command/run-command'

export type Finding = {
  readonly what: string
  /** What is wrong and how to mend it, or null. */
  readonly fault: string | null
  /** How it is, where nothing is wrong. */
  readonly state: string
}

type Look = () => Promise<string> | string

const messageOf = (fault: unknown) => (fault instanceof Error ? fault.message : String(fault))

async function finding(what: string, mend: string, look: Look): Promise<Finding> {
  try {
    return { what, fault: null, state: await look() }
  } catch (fault) {
    return { what, fault: `${messageOf(fault)} ${mend}`.trim(), state: '' }
  }
}

function configuration({ siteUrl, dataDir, worker }: Settings): string {
  accessSync(dataDir, constants.W_OK)
  return `${siteUrl}, worker ${worker}, data in ${dataDir}`
}

async function database({ payload, settings }: Command<never>): Promise<string> {
  const opened = await payload()
  const { totalDocs } = await opened.count({ collection: 'briefings', overrideAccess: true })
  const { kind, uri } = (await settings()).database
  const transactions = kind === 'mongodb' && !new URL(uri).searchParams.has('replicaSet')
  const note = transactions ? ', without transactions (no replicaSet in DATABASE_URI)' : ''
  return `${kind}, at this version, ${totalDocs} briefings${note}`
}

async function search(settings: Settings): Promise<string> {
  const engine = makeSearchEngine(settings)
  try {
    const [visitors, members] = [await engine.count('public'), await engine.count('members')]
    return `${engine.name}, ${visitors} briefings for visitors, ${members} for members`
  } finally {
    await engine.close()
  }
}

async function mail(settings: Settings): Promise<string> {
  const mailer = makeMailer(settings)
  try {
    const fault = await mailer.check()
    if (fault) throw new Error(`${mailer.destination}: ${fault}`)
    return mailer.destination
  } finally {
    await mailer.close()
  }
}

const EARLIEST = new Date('2026-01-01')

function clock(now: Date): string {
  if (now < EARLIEST) throw new Error(`The clock says ${now.toISOString()}.`)
  return now.toLocaleString('en-GB', { timeZone: 'Europe/London', timeZoneName: 'short' })
}

/** Looks at each part of the service, changing nothing but what a start changes. Never throws for a part at fault. */
export async function examine(command: Command<never>): Promise<Finding[]> {
  const asked = await finding('configuration', '', async () =>
    configuration(await command.settings()),
  )
  if (asked.fault) return [asked]
  const settings = await command.settings()
  return [
    asked,
    await finding('database', 'See DATABASE_URI, and run: npm run migrate', () =>
      database(command),
    ),
    await finding('search', 'Build the index anew: npm run reindex', () => search(settings)),
    await finding('mail', 'See SMTP_URL.', () => mail(settings)),
    await finding('clock', 'Set it by a time server: the Bulletin goes by it.', () =>
      clock(new Date()),
    ),
  ]
}
