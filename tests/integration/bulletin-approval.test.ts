import { expect, it } from 'vitest'
import { approveIssue } from '@/bulletin/approve-issue'
import { editIssue } from '@/bulletin/issue-editing'
import { NOBODYS_TOKEN, previewForStaff } from '@/bulletin/preview-whole'
import { unsubscribeByToken } from '@/bulletin/reader-link'
import { sendOwed } from '@/bulletin/send-owed'
import { sendTest } from '@/bulletin/send-test'
import { decisionsOf } from '@/bulletin/steer-issue'
import { tickBulletin } from '@/bulletin/tick-bulletin'
import { smtpMailer } from '@/mail/adapters/smtp'
import { addSevenReaders, clock, leave, memberIdOf, openedIssue } from '../support/bulletin-stage'
import { stageForEach } from '../support/stage-for-each'

const HOUR = 60 * 60 * 1000
const EDITORS = 'officers@signpost.example'

let slotAt: Date
const stage = stageForEach(async () => {
  await addSevenReaders(stage)
  slotAt = new Date((await openedIssue(stage)).slotAt)
})

const before = (hours: number) => new Date(slotAt.getTime() - hours * HOUR)

const settingsWith = (bulletinApproval: 'none' | 'required') => ({
  ...stage.test.settings,
  bulletinApproval,
})

const tick = (now: Date, approval: 'none' | 'required' = 'none', mailer = stage.mailer) =>
  tickBulletin({
    payload: stage.test.payload,
    settings: settingsWith(approval),
    mailer,
    findsAmong: stage.findsAmong,
    now,
    clock: () => now,
  })

const approve = async (by = 'Eira') =>
  approveIssue({
    payload: stage.test.payload,
    issueKey: (await openedIssue(stage)).key,
    by,
    now: clock(),
  })

const toEditors = () => stage.sink.accepted.filter(({ to }) => to === EDITORS)
const toReaders = () => stage.sink.addresses().filter((to) => to !== EDITORS)

it('mails editors the plan a day before, once, however many workers look', async () => {
  await tick(before(25))
  expect(toEditors()).toEqual([])

  await Promise.all([tick(before(23)), tick(before(23)), tick(before(23))])
  await tick(before(1))
  expect(toEditors()).toHaveLength(1)
  const { subject, text = '' } = toEditors()[0]!.parsed
  expect(subject).toMatch(/^The Bulletin of \d+ \w+ \d{4}: what it will say$/)
  expect(text).toContain('Housing\n- Housing First in practice')
  expect(text).toContain('it goes to 3 readers')
  expect(text).toContain('Readers by topic\n- Housing: 3')
  expect(text).toContain('- nothing new on their topics: 2')
  expect(text).toContain('- membership lapsed: 1')
  expect(text).toContain('/admin/bulletin')
  expect(text).toContain('It goes out by itself')
  expect(text).not.toContain('example.org')
})

it('mails them the plan later where the mail server was away', async () => {
  const nowhere = smtpMailer({ url: 'smtp://127.0.0.1:1', from: 'a@signpost.example' })
  await tick(before(23), 'none', nowhere)
  await nowhere.close()
  expect((await openedIssue(stage)).previewMailedAt ?? null).toBeNull()

  await tick(before(22))
  expect(toEditors()).toHaveLength(1)
})

it('holds an issue at its slot until it is approved, tells editors once, and then sends it all', async () => {
  expect(await tick(slotAt, 'required')).toEqual({ kind: 'not-due' })
  expect(await tick(new Date(slotAt.getTime() + HOUR), 'required')).toEqual({ kind: 'not-due' })
  expect(toReaders()).toEqual([])
  expect(toEditors().map(({ parsed }) => parsed.subject)).toEqual([
    expect.stringMatching(/^The Bulletin of .* waits for your approval$/),
  ])

  expect(await approve()).toMatchObject({ kind: 'done', issue: { approvedBy: 'Eira' } })
  expect(await tick(new Date(slotAt.getTime() + 80 * HOUR), 'required')).toMatchObject({
    kind: 'closed',
    state: 'finished',
  })
  expect(toReaders()).toHaveLength(3)
})

it('goes out at its slot when it was approved before, and without approval where none is asked for', async () => {
  await approve()
  expect(await tick(before(1), 'required')).toEqual({ kind: 'not-due' })
  expect(await tick(slotAt, 'required')).toMatchObject({ state: 'finished' })
  expect(toReaders()).toHaveLength(3)
})

it('is not sent early by command either before it is approved', async () => {
  const send = () =>
    sendOwed({
      payload: stage.test.payload,
      settings: settingsWith('required'),
      mailer: stage.mailer,
      findsAmong: stage.findsAmong,
      clock,
      isEarly: true,
    })
  expect(await send()).toMatchObject({ kind: 'not-approved' })
  await approve()
  expect(await send()).toMatchObject({ outcome: { state: 'finished' } })
})

it('writes down who approved it, keeps the first, and loses no edit made at the same moment', async () => {
  const { key } = await openedIssue(stage)
  const edit = editIssue({
    payload: stage.test.payload,
    issueKey: key,
    by: 'Tomos',
    change: { introduction: 'Hello' },
    now: clock(),
  })
  const outcomes = await Promise.all([approve('Eira'), edit, approve('Una')])
  expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done'])

  const issue = await openedIssue(stage)
  const decided = decisionsOf(issue).map(({ what, by }) => `${what} ${by}`)
  expect(issue.introduction).toBe('Hello')
  expect(decided.sort()).toEqual([`approved ${issue.approvedBy ?? ''}`, 'edited Tomos'])
  await tick(slotAt)
  expect(await approveIssue({ ...(await late(key)) })).toEqual({
    kind: 'not-now',
    state: 'finished',
  })
})

const late = (issueKey: string) =>
  Promise.resolve({ payload: stage.test.payload, issueKey, by: 'Eira', now: clock() })

const testing = async (to: string, address?: string) =>
  sendTest({
    payload: stage.test.payload,
    settings: {
      ...stage.test.settings,
      mail: { ...stage.test.settings.mail, bounceDomain: 'bounces.example.org' },
    },
    mailer: stage.mailer,
    findsAmong: stage.findsAmong,
    to,
    address,
    now: clock(),
  })

const countOf = async (
  collection: 'bulletin-deliveries' | 'bulletin-bodies' | 'bulletin-receipts',
) => (await stage.test.payload.db.count({ collection, where: {} })).totalDocs

it('mails a test to staff alone, and writes nothing of it into the ledger', async () => {
  await stage.test.payload.create({
    collection: 'staff',
    overrideAccess: true,
    data: {
      name: 'Eira',
      email: 'eira@signpost.example',
      password: 'long enough words',
      role: 'editor',
    },
  })
  expect(await testing('ana@example.org')).toEqual({ kind: 'not-staff' })
  expect(stage.sink.accepted).toEqual([])

  expect(await testing('Eira@signpost.example', 'ana@example.org')).toMatchObject({ kind: 'sent' })
  expect(await testing('eira@signpost.example')).toMatchObject({ kind: 'sent' })
  expect(await testing('eira@signpost.example', 'dee@example.org')).toEqual({
    kind: 'none',
    reason: 'nothing new on their topics',
  })
  expect(stage.sink.accepted.map(({ parsed }) => parsed.subject)).toEqual([
    'Test: New briefing: Housing First in practice',
    'Test: New briefing: Housing First in practice',
  ])
  for (const { raw } of stage.sink.accepted) expect(raw).not.toContain('bounces.example.org')
  const ids = stage.sink.accepted.map(({ parsed }) => parsed.messageId)
  for (const collection of [
    'bulletin-deliveries',
    'bulletin-bodies',
    'bulletin-receipts',
  ] as const) {
    expect(await countOf(collection)).toBe(0)
  }

  await tick(slotAt)
  expect(toReaders()).toHaveLength(5)
  const trueIds = stage.sink.accepted.slice(2).map(({ parsed }) => parsed.messageId)
  expect(trueIds.some((id) => ids.includes(id))).toBe(false)
})

it('shows staff what a member would get with links by which nobody can be unsubscribed', async () => {
  const { payload, settings } = stage.test
  const look = (address?: string) =>
    previewForStaff({ payload, settings, findsAmong: stage.findsAmong, address, now: clock() })
  for (const found of [await look('ana@example.org'), await look()]) {
    expect(found).toMatchObject({ kind: 'mail' })
    const mail = JSON.stringify(found)
    expect(mail).toContain(`/u/${NOBODYS_TOKEN}`)
    const tokens = [...mail.matchAll(/\/(?:u|preferences)\/([\w-]+)/g)].map(([, token]) => token)
    expect(new Set(tokens)).toEqual(new Set([NOBODYS_TOKEN]))
  }
  await unsubscribeByToken({ payload, secret: settings.secret, token: NOBODYS_TOKEN, now: clock() })
  const { totalDocs } = await payload.count({
    collection: 'subscriptions',
    overrideAccess: true,
    where: { status: { equals: 'active' } },
  })
  expect(totalDocs).toBe(6)

  await leave(stage, await memberIdOf(stage, 'ana'))
  expect(await look('ana@example.org')).toEqual({ kind: 'none', reason: 'unsubscribed' })
})
