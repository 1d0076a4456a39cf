import { rm } from 'node:fs/promises'
import { issueByKey, openIssueNow } from '@/bulletin/issues'
import type {
  BulletinDelivery,
  BulletinIssue,
  BulletinItem,
  BulletinReceipt,
} from '@/payload-types'
import { noteHeartbeat } from '@/worker/heartbeat'
import type { Evidence } from './broken-promises'
import { addReader, makeBulletinWorld, publishBriefing } from './bulletin-world'
import { bundleProgram, type RunningCommand, startCommand } from './bundled-command'
import type { SenderPlan } from './sender-program'
import { openSmtpSink, type SinkHooks, type SmtpSink } from './smtp-sink'
import { openTestPayload, type TestPayload } from './test-payload'

/** As many mails may be under way in one sender. */
export const CONNECTIONS = 5

/** A Signpost whose senders are processes of their own, and the mail server that all of them send to. */
export type SenderStage = {
  readonly test: TestPayload
  readonly sink: SmtpSink
  readonly start: (plan?: SenderPlan) => RunningCommand
  /** What senders said that ended by a fault of their own. */
  readonly faults: readonly string[]
  /** Stops a sender where it holds no lock: SQLite lets nobody write beside one that sleeps within a commit. */
  readonly putToSleep: (sender: RunningCommand | undefined) => Promise<void>
  /** A briefing on either topic: readers get three different mails. */
  readonly publish: (title: string) => Promise<void>
  readonly openIssue: () => Promise<BulletinIssue | null>
  readonly issue: (key: string) => Promise<BulletinIssue | null>
  readonly rows: (issueKey: string) => Promise<BulletinDelivery[]>
  readonly evidence: (mostUncertain: number) => Promise<Evidence>
  readonly close: () => Promise<void>
}

async function addReaders(test: TestPayload, count: number) {
  const { payload } = test
  const { council, crime, housing } = await makeBulletinWorld(payload)
  const choices = [[crime], [housing], [crime, housing]]
  const follows = new Map<string, string[]>()
  for (let n = 0; n < count; n += 1) {
    const topics = choices[n % choices.length] ?? []
    const member = await addReader(payload, `reader${n}`, council, topics)
    follows.set(
      member.id,
      topics.map(({ id }) => id),
    )
  }
  const publish = async (title: string) => {
    await publishBriefing(payload, { title: `${title}, on crime`, topics: [crime.id] })
    await publishBriefing(payload, { title: `${title}, on housing`, topics: [housing.id] })
  }
  return { follows, publish }
}

/** Whether no other process holds the lock. */
async function canWrite({ payload }: TestPayload): Promise<boolean> {
  try {
    await noteHeartbeat(payload, new Date())
    return true
  } catch {
    return false
  }
}

async function putToSleep(test: TestPayload, sender: RunningCommand | undefined): Promise<void> {
  sender?.signal('SIGSTOP')
  while (!(await canWrite(test))) {
    sender?.signal('SIGCONT')
    await canWrite(test)
    sender?.signal('SIGSTOP')
  }
}

export async function openSenderStage(
  readers: number,
  hooks: SinkHooks = {},
): Promise<SenderStage> {
  const test = await openTestPayload()
  const { payload, settings } = test
  const { follows, publish } = await addReaders(test, readers)
  const sink = await openSmtpSink(hooks)
  const program = await bundleProgram('tests/support/sender-program.ts')
  const started: RunningCommand[] = []
  const faults: string[] = []

  const all = async <T>(collection: string, issueKey?: string): Promise<T[]> => {
    const { docs } = await payload.db.find({
      collection: collection as 'bulletin-issues',
      where: issueKey ? { issueKey: { equals: issueKey } } : {},
      pagination: false,
      limit: 0,
    })
    return docs as unknown as T[]
  }

  return {
    test,
    sink,
    publish,
    faults,
    start: (plan = {}) => {
      const running = startCommand(program, [JSON.stringify(plan)], {
        DATA_DIR: settings.dataDir,
        DATABASE_URI: settings.database.uri,
        PAYLOAD_SECRET: settings.secret,
        SMTP_URL: sink.url,
      })
      started.push(running)
      void running.ended.then(({ code, said }) => code && faults.push(said))
      return running
    },
    putToSleep: (sender) => putToSleep(test, sender),
    openIssue: () => openIssueNow(payload),
    issue: (key) => issueByKey(payload, key),
    rows: (issueKey) => all<BulletinDelivery>('bulletin-deliveries', issueKey),
    evidence: async (mostUncertain) => ({
      issues: await all<BulletinIssue>('bulletin-issues'),
      rows: await all<BulletinDelivery>('bulletin-deliveries'),
      items: await all<BulletinItem>('bulletin-items'),
      receipts: await all<BulletinReceipt>('bulletin-receipts'),
      accepted: sink.accepted.map(({ parsed }) => (parsed.messageId ?? '').replace(/[<>]/g, '')),
      follows,
      mostUncertain,
    }),
    close: async () => {
      await Promise.all(started.map((one) => one.kill()))
      await sink.close()
      await test.close()
      await rm(program, { force: true })
    },
  }
}
