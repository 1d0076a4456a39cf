import { accessSync, constants } from 'node:fs'
import { imapMailbox } from '@/bulletin/adapters/imap-mailbox'
import type { Settings } from '@/config/settings'
import { makeMailer } from '@/mail/make-mailer'
import { makeSearchEngines } from '@/search/make-search-engine'
import { publishedBy } from '@/search/read-published'
import type { SearchEngine } from '@/search/search-engine'
import type { Command } from '../command/run-command'
import { joiningDomains } from './joining-domains'

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

async function publishedNow({ payload }: Command<never>): Promise<number> {
  const opened = await payload()
  const where = publishedBy(new Date())
  return (await opened.count({ collection: 'briefings', where, overrideAccess: true })).totalDocs
}

async function search(command: Command<never>, engine: SearchEngine): Promise<string> {
  const [visitors, members] = [await engine.count('public'), await engine.count('members')]
  const held = `${visitors} briefings for visitors, ${members} for members`
  const backlog = Math.abs((await publishedNow(command)) - members)
  const owed = backlog === 0 ? 'up to date' : `${backlog} behind`
  const name = [engine.name, await engine.version()].filter(Boolean).join(' ')
  return `${name}, ${held}, ${owed}`
}

const mendOf = ({ name }: SearchEngine): string =>
  name === 'meilisearch'
    ? 'See MEILISEARCH_URL and MEILISEARCH_KEY; npm run search:keys makes a key.'
    : 'Build the index anew: npm run reindex'

async function searches(command: Command<never>, settings: Settings): Promise<Finding[]> {
  const { kept, answering } = makeSearchEngines(settings)
  const findings: Finding[] = []
  for (const [index, engine] of kept.entries()) {
    const what = index === 0 ? 'search' : 'search reserve'
    findings.push(await finding(what, mendOf(engine), () => search(command, engine)))
  }
  await answering.close()
  return findings
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

async function bounces({ mail: { bounceImapUrl, bounceDomain } }: Settings): Promise<string> {
  if (!bounceImapUrl) return 'not read: BOUNCE_IMAP_URL is not set'
  const mailbox = imapMailbox({ url: bounceImapUrl, patience: 10_000 })
  const open = await mailbox.open()
  const { length } = await open.after(0)
  await open.close()
  const sender = bounceDomain ? `b+…@${bounceDomain}` : 'MAIL_FROM (BOUNCE_DOMAIN is not set)'
  return `${mailbox.name} answers, ${length} in it; sent as ${sender}`
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
    await finding('joining', 'Take them off the organisations in the admin.', async () =>
      joiningDomains(await command.payload()),
    ),
    ...(await searches(command, settings)),
    await finding('mail', 'See SMTP_URL.', () => mail(settings)),
    await finding('bounces', 'See BOUNCE_IMAP_URL.', () => bounces(settings)),
    await finding('clock', 'Set it by a time server: the Bulletin goes by it.', () =>
      clock(new Date()),
    ),
  ]
}
