import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smtpMailer } from '@/mail/adapters/smtp'
import type { BulletinDelivery, BulletinIssue } from '@/payload-types'
import { type BulletinStage, openStage, sendIssueNow } from '../support/bulletin-stage'
import { addReader, publishBriefing } from '../support/bulletin-world'
import { openScriptedSmtp, type Script } from '../support/scripted-smtp'

/** Long enough for a busy machine to answer within it, in milliseconds. */
const PATIENCE = 2000

let stage: BulletinStage
beforeAll(async () => {
  stage = await openStage()
  const { payload } = stage.test
  await publishBriefing(payload, { title: 'Rents rising', topics: [stage.world.housing.id] })
  for (const name of ['ana', 'ben']) {
    await addReader(payload, name, stage.world.council, [stage.world.housing])
  }
})
afterAll(() => stage.close())

/** Forgets every issue and what came of it, so that each row of the table begins with a new one. */
async function beginAnew(): Promise<void> {
  const { db } = stage.test.payload
  for (const collection of [
    'bulletin-issues',
    'bulletin-items',
    'bulletin-bodies',
    'bulletin-deliveries',
    'bulletin-receipts',
    'suppressions',
    'mailer-state',
  ] as const) {
    const where: Where = collection === 'mailer-state' ? { key: { equals: 'breaker' } } : {}
    await db.deleteMany({ collection, where })
  }
  await db.updateMany({ collection: 'subscriptions', where: {}, data: { status: 'active' } })
  await rm(path.join(stage.test.dataDir, 'bulletin-sent.json'), { force: true })
}

type Told = {
  readonly rows: readonly BulletinDelivery[]
  readonly issue: BulletinIssue | undefined
}

/** Sends an issue to two readers over one connection; the server misbehaves from the first message or the second. */
async function sendTo(script: Script, fromMessage: number): Promise<Told & { dots: number }> {
  await beginAnew()
  const server = await openScriptedSmtp(script, fromMessage)
  const mailer = smtpMailer({
    url: server.url,
    from: 'Signpost <bulletin@signpost.example>',
    connections: 1,
    patience: PATIENCE,
  })
  await sendIssueNow(stage, mailer, 1)
  await mailer.close()
  await server.close()
  const { db } = stage.test.payload
  const rows = await db.find<BulletinDelivery>({
    collection: 'bulletin-deliveries',
    where: {},
    sort: 'key',
  })
  const issues = await db.find<BulletinIssue>({ collection: 'bulletin-issues', where: {} })
  const dots = server.heard.filter((line) => line === '.').length
  return { rows: rows.docs, issue: issues.docs[0], dots }
}

type Row = {
  readonly what: string
  readonly script: Script
  readonly state: BulletinDelivery['state']
  /** How often the row counts as tried. */
  readonly attempts: number
  /** Whether it waits for a later moment. */
  readonly isPutOff?: boolean
  readonly issueState?: BulletinIssue['state']
}

const LATER = { state: 'pending', attempts: 1, isPutOff: true } as const
const UNREACHED = { state: 'pending', attempts: 0 } as const
const REFUSED = { state: 'failed', attempts: 1 } as const
const UNKNOWN = { state: 'uncertain', attempts: 1 } as const
const TWO_LINES = '450-4.2.0 the mailbox is busy\r\n450 4.2.0 come again'

/** Bulletin design, section 5.6. */
const TABLE: readonly Row[] = [
  { what: 'the sender is put off', script: { MAIL: '451 4.3.0 not now' }, ...UNREACHED },
  {
    what: 'the sender is refused',
    script: { MAIL: '550 5.7.1 not you' },
    ...UNREACHED,
    issueState: 'paused',
  },
  { what: 'the recipient is put off', script: { RCPT: '450 4.2.1 full' }, ...LATER },
  { what: 'the recipient is put off in two lines', script: { RCPT: TWO_LINES }, ...LATER },
  { what: 'the recipient is unknown', script: { RCPT: '550 5.1.1 nobody' }, ...REFUSED },
  {
    what: 'the server closes at the recipient',
    script: { RCPT: '421 4.3.2 closing and close' },
    ...UNREACHED,
  },
  { what: 'the recipient is answered in no known way', script: { RCPT: 'hello?' }, ...UNREACHED },
  { what: 'the body is put off', script: { DATA: '451 4.3.0 not now' }, ...LATER },
  { what: 'the body is refused', script: { DATA: '554 5.3.0 never' }, ...REFUSED },
  { what: 'the connection closes before the 354', script: { DATA: 'close' }, ...UNREACHED },
  { what: 'nothing is said before the 354', script: { DATA: 'silence' }, ...UNREACHED },
  { what: 'it is put off after the dot', script: { dot: '451 4.7.1 grey' }, ...LATER },
  { what: 'it is refused after the dot', script: { dot: '554 5.7.1 spam' }, ...REFUSED },
  {
    what: 'the server closes after the dot with a 421',
    script: { dot: '421 4.3.2 closing and close' },
    ...LATER,
  },
  { what: 'the connection closes within the body', script: { body: 'close' }, ...UNKNOWN },
  { what: 'the connection breaks within the body', script: { body: 'reset' }, ...UNKNOWN },
  { what: 'the connection closes after the dot', script: { dot: 'close' }, ...UNKNOWN },
  { what: 'the connection breaks after the dot', script: { dot: 'reset' }, ...UNKNOWN },
  { what: 'nothing is said after the dot', script: { dot: 'silence' }, ...UNKNOWN },
  { what: 'the dot is answered in no known way', script: { dot: 'hello?' }, ...UNKNOWN },
  {
    what: 'it is accepted and the connection closes',
    script: { dot: '250 2.0.0 kept and close' },
    state: 'sent',
    attempts: 1,
  },
]

const GREETINGS: readonly Row[] = [
  { what: 'the greeting is a 421', script: { greeting: '421 4.3.2 closing' }, ...UNREACHED },
  { what: 'the connection closes unasked', script: { greeting: 'close' }, ...UNREACHED },
  { what: 'the greeting means nothing', script: { greeting: 'hello?' }, ...UNREACHED },
]

const expectRow = ({ rows, issue }: Told, index: number, row: Row) => {
  const { state, attempts, isPutOff = false, issueState } = row
  expect(rows[index]).toMatchObject({ state, attempts })
  expect(Boolean(rows[index]?.nextAttemptAt)).toBe(isPutOff)
  if (issueState) expect(issue?.state).toBe(issueState)
}

describe('the ledger of a first message on its connection', () => {
  it.each([...GREETINGS, ...TABLE])('says $state when $what', async (row) => {
    const told = await sendTo(row.script, 1)
    expectRow(told, 0, row)
    expect(told.dots).toBeLessThanOrEqual(2)
  })
})

describe('the ledger of a message on a connection used before', () => {
  it.each(TABLE)('says $state when $what', async (row) => {
    const told = await sendTo(row.script, 2)
    expect(told.rows[0]?.state).toBe('sent')
    expectRow(told, 1, row)
    expect(told.dots).toBeLessThanOrEqual(2)
  })
})
