import { openIssue } from '@/bulletin/open-issue'
import { runIssue, type RunOutcome } from '@/bulletin/run-issue'
import type { FindsAmong } from '@/bulletin/issue-news'
import { setSubscription } from '@/bulletin/subscriptions'
import { smtpMailer } from '@/mail/adapters/smtp'
import type { Mailer } from '@/mail/mailer'
import type { BulletinDelivery } from '@/payload-types'
import { findsAmong } from '@/reading/finds-among'
import { makeSearchEngine } from '@/search/make-search-engine'
import type { SearchEngine } from '@/search/search-engine'
import { addReader, type BulletinWorld, makeBulletinWorld, publishBriefing } from './bulletin-world'
import { openSmtpSink, type SinkHooks, type SmtpSink } from './smtp-sink'
import { openTestPayload, type TestPayload } from './test-payload'

export const clock = () => new Date()

export const mailerTo = ({ url }: SmtpSink, connections = 2): Mailer =>
  smtpMailer({ url, from: 'Signpost <bulletin@signpost.example>', connections })

/** A whole Signpost with a mail server to send to. */
export type BulletinStage = {
  readonly test: TestPayload
  readonly world: BulletinWorld
  readonly sink: SmtpSink
  readonly mailer: Mailer
  readonly engine: SearchEngine
  readonly findsAmong: FindsAmong
  readonly close: () => Promise<void>
}

export async function openStage(hooks: SinkHooks = {}, connections = 2): Promise<BulletinStage> {
  const test = await openTestPayload()
  const world = await makeBulletinWorld(test.payload)
  const sink = await openSmtpSink(hooks)
  const mailer = mailerTo(sink, connections)
  const engine = makeSearchEngine(test.settings)
  const close = async () => {
    await mailer.close()
    await sink.close()
    await engine.close()
    await test.close()
  }
  const finds = findsAmong({ payload: test.payload, engine })
  return { test, world, sink, mailer, engine, findsAmong: finds, close }
}

export const openedIssue = ({ test: { payload, settings } }: BulletinStage) =>
  openIssue({ payload, settings, now: clock() })

/** Runs the open issue, as if its slot had come. */
export async function sendIssueNow(
  stage: BulletinStage,
  mailer: Mailer = stage.mailer,
  connections = 2,
): Promise<RunOutcome> {
  const { key } = await openedIssue(stage)
  return runIssue({
    ...stage.test,
    mailer,
    findsAmong: stage.findsAmong,
    issueKey: key,
    clock,
    connections,
  })
}

/** What became of each reader, by name. */
export async function ledger({ test }: BulletinStage): Promise<Record<string, string>> {
  const { docs } = await test.payload.db.find<BulletinDelivery>({
    collection: 'bulletin-deliveries',
    where: {},
    limit: 0,
    pagination: false,
  })
  return Object.fromEntries(
    docs.map(({ address, state, reason }) => [
      address.replace('@example.org', ''),
      reason ? `${state}: ${reason}` : state,
    ]),
  )
}

export const leave = ({ test: { payload } }: BulletinStage, memberId: string) =>
  setSubscription({
    payload,
    memberId,
    status: 'unsubscribed',
    madeThrough: 'list-unsubscribe',
    wording: '',
    now: clock(),
  })

export async function memberIdOf({ test }: BulletinStage, name: string): Promise<string> {
  const { docs } = await test.payload.find({
    collection: 'members',
    overrideAccess: true,
    where: { name: { equals: name } },
    limit: 1,
  })
  return docs[0]?.id ?? ''
}

/** A briefing on housing, and of seven readers three who get it: two chose crime, one lapsed, one left. */
export async function addSevenReaders(stage: BulletinStage): Promise<void> {
  const { payload } = stage.test
  const { housing, crime, council, lapsedCouncil } = stage.world
  await publishBriefing(payload, { title: 'Housing First in practice', topics: [housing.id] })
  for (const name of ['ana', 'ben', 'cai']) await addReader(payload, name, council, [housing])
  for (const name of ['dee', 'eli']) await addReader(payload, name, council, [crime])
  await addReader(payload, 'fay', lapsedCouncil, [housing])
  const gus = await addReader(payload, 'gus', council, [housing])
  await leave(stage, gus.id)
}
