import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { Mailer } from '@/mail/mailer'
import type { BulletinIssue } from '@/payload-types'
import { bulletinSubject } from '@templates/bulletin/bulletin-subject'
import { freezeArticles } from './announced-articles'
import { deliveryStoreOf } from './adapters/by-database'
import { hasCarriedItems } from './carried-items'
import { leftOfDay } from './day-quota'
import type { DeliveryStore } from './delivery-store'
import { enrol } from './enrol'
import { expireLate } from './expire-late'
import { accountedIn } from './issue-balance'
import { freezeItems } from './freeze-items'
import type { FindsAmong } from './issue-news'
import { type IssueLease, takeLease } from './issue-lease'
import { changeIssue, issueByKey, type IssueState } from './issues'
import { itemsOfIssue } from './items'
import { breakerAt, closeBreaker, tripBreaker } from './mail-breaker'
import { paceFor } from './pace'
import { waitsForIndexes } from './preflight'
import { waitsAfterRestore } from './restored-database'
import { sendIssue, type SendReport } from './send-issue'
import { markSending } from './sent-marks'
import { markStranded, settleIssue, type Settled } from './settle-issue'
import { withinGrace } from './within-grace'
import { pauseIssue } from './steer-issue'
import { isUpdate } from './unannounced'

export type RunIssueArgs = {
  readonly payload: Payload
  readonly settings: Settings
  readonly mailer: Mailer
  readonly issueKey: string
  /** Readers' saved searches. */
  readonly findsAmong: FindsAmong
  readonly clock: () => Date
  readonly connections?: number
  /** A person asked for it: the mail server is tried though it was away a moment ago. */
  readonly isAsked?: boolean
  readonly onProgress?: (handled: number) => void
  /** Aborted when this process is to end: nothing more is begun, and what is under way is not waited for beyond `grace`. */
  readonly stop?: AbortSignal
  /** In milliseconds. */
  readonly grace?: number
  /** The ledger; that of the database if left out. */
  readonly store?: DeliveryStore
}

export type RunOutcome =
  | { readonly kind: 'busy' }
  /** Everything was sent, and the ledger holds other rows than were enrolled. */
  | (Extract<Settled, { kind: 'miscounted' }> & { readonly handled: number })
  | { readonly kind: 'closed'; readonly state: IssueState; readonly handled: number }
  | {
      readonly kind: 'waiting'
      readonly handled: number
      readonly unreachable: string | null
      /** How many mails a day are allowed, where as many were sent. */
      readonly perDay?: number
    }

const moveOn = (
  { payload, issueKey }: RunIssueArgs,
  from: IssueState,
  data: Partial<BulletinIssue>,
) => changeIssue(payload, issueKey, { state: { equals: from } }, data)

async function freeze(args: RunIssueArgs): Promise<void> {
  const { payload, issueKey, clock } = args
  const now = clock()
  await freezeArticles(payload, issueKey, now)
  const count = await freezeItems(payload, issueKey, now)
  if (count === 0 && !(await hasCarriedItems(payload, now))) {
    await moveOn(args, 'planned', { state: 'empty', finishedAt: now.toISOString() })
    return
  }
  const titles = (await itemsOfIssue(payload, issueKey)).map((item) => ({
    title: item.publicPart.title,
    isUpdate: isUpdate(item),
  }))
  const subject = count > 0 ? bulletinSubject(titles) : 'From last week'
  await moveOn(args, 'planned', { state: 'frozen', frozenAt: now.toISOString(), subject })
}

const byTheService = ({ payload, issueKey, clock }: RunIssueArgs, why: string) => ({
  payload,
  issueKey,
  by: 'the service',
  why,
  now: clock(),
})

const isStopped = ({ stop }: RunIssueArgs): boolean => stop?.aborted ?? false

const NOTHING_SENT: SendReport = {
  handled: 0,
  unreachable: null,
  isServerThere: false,
  isDown: false,
  needsLook: null,
}

/** Sends as far as the mail server goes along, and remembers whether it did. */
async function send(
  args: RunIssueArgs,
  issue: BulletinIssue,
  store: DeliveryStore,
  lease: IssueLease,
): Promise<SendReport> {
  const { payload, clock, settings } = args
  const breaker = await breakerAt(payload, clock())
  if (breaker.kind === 'open' && !args.isAsked) {
    const unreachable = `${breaker.reason}; tried again at ${breaker.until.toISOString()}`
    return { ...NOTHING_SENT, unreachable }
  }
  const most = await leftOfDay(payload, settings.mail.limits.perDay, clock())
  if (most === 0) return NOTHING_SENT
  await markSending(settings.dataDir, { issueKey: issue.key, fence: lease.fence })
  const sending = {
    ...args,
    connections: args.connections ?? settings.mail.connections,
    pace: paceFor(settings),
    isStopped: () => isStopped(args),
    issue,
    store,
    lease,
    most,
  }
  const probe =
    breaker.kind === 'closed'
      ? null
      : await sendIssue({ ...sending, connections: 1, patience: 1, most: 1 })
  const goesOn = probe === null || probe.isServerThere
  const report = goesOn
    ? await sendIssue({ ...sending, most: most - (probe?.handled ?? 0) })
    : probe
  if (report.isDown) await tripBreaker(payload, report.unreachable ?? '', clock())
  else if (report.isServerThere) await closeBreaker(payload)
  return { ...report, handled: report.handled + (goesOn ? (probe?.handled ?? 0) : 0) }
}

/** Enrols everybody, and writes down how many they are. @returns false if it was stopped before the end. */
async function enrolAll(
  args: RunIssueArgs,
  store: DeliveryStore,
  issue: BulletinIssue,
): Promise<boolean> {
  const { payload, settings, findsAmong, clock, issueKey } = args
  const stopped = () => isStopped(args)
  const now = clock()
  const isWhole = await enrol({
    payload,
    settings,
    store,
    issue,
    findsAmong,
    now,
    isStopped: stopped,
  })
  if (!isWhole) return false
  const candidates = accountedIn(await store.counts(issueKey))
  await moveOn(args, 'frozen', { state: 'enrolled', candidates })
  return true
}

/** Each step asks the issue where it stands, does what is owed, and moves it on last. */
async function work(args: RunIssueArgs, lease: IssueLease): Promise<RunOutcome> {
  const { payload, settings, issueKey, clock } = args
  const store = args.store ?? deliveryStoreOf(payload)
  const stands = async (): Promise<BulletinIssue> => {
    const issue = await issueByKey(payload, issueKey)
    if (!issue) throw new Error(`There is no issue ${issueKey}`)
    return issue
  }

  if ((await stands()).state === 'planned') await freeze(args)
  const frozen = await stands()
  if (frozen.state === 'frozen' && !(await enrolAll(args, store, frozen))) {
    return { kind: 'waiting', handled: 0, unreachable: null }
  }
  await moveOn(args, 'enrolled', { state: 'sending' })
  const issue = await stands()
  if (issue.state !== 'sending') return { kind: 'closed', state: issue.state, handled: 0 }

  await markStranded({ store, issue, fence: lease.fence, now: clock() })
  const { handled, unreachable, needsLook } = await send(args, issue, store, lease)
  if (needsLook) {
    await pauseIssue(byTheService(args, needsLook))
  }
  const { state } = await stands()
  if (state !== 'sending') return { kind: 'closed', state, handled }
  if (isStopped(args)) return { kind: 'waiting', handled, unreachable }
  await expireLate({ store, issue, schedule: settings.bulletinSchedule, now: clock() })
  const settled = await settleIssue({ payload, store, issue, now: clock() })
  if (settled.kind === 'finished') return { kind: 'closed', state: 'finished', handled }
  if (settled.kind === 'miscounted') return { ...settled, handled }
  const { perDay } = settings.mail.limits
  const isDayFull = (await leftOfDay(payload, perDay, clock())) === 0
  return { kind: 'waiting', handled, unreachable, ...(isDayFull && { perDay }) }
}

/**
 * Does all that is owed for an issue: freezes it, enrols its readers, sends, recovers what a crash left, and closes.
 *
 * Safe to repeat at any moment and from several processes: one works, the others answer `busy`. Whoever calls decides
 * that the issue is due. Once `stop` is aborted it comes to rest within `grace`, whatever the mail server does: mail whose
 * answer did not come by then is for the next holder to call uncertain.
 */
export async function runIssue(args: RunIssueArgs): Promise<RunOutcome> {
  const { payload, issueKey, settings, clock } = args
  const { dataDir } = settings
  const now = clock()
  const waits =
    (await waitsForIndexes({ payload, issueKey, now })) ||
    (await waitsAfterRestore({ payload, issueKey, dataDir, now }))
  if (waits) {
    return { kind: 'closed', state: 'paused', handled: 0 }
  }
  const lease = await takeLease(args)
  if (!lease) return { kind: 'busy' }
  try {
    const outcome = await withinGrace(work(args, lease), args)
    return outcome ?? { kind: 'waiting', handled: 0, unreachable: null }
  } finally {
    await lease.release()
  }
}
