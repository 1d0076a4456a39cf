import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { Mailer } from '@/mail/mailer'
import type { BulletinIssue } from '@/payload-types'
import { bulletinSubject } from '@templates/bulletin/bulletin-subject'
import { payloadDeliveryStore } from './adapters/payload-delivery-store'
import { hasCarriedItems } from './carried-items'
import type { DeliveryStore } from './delivery-store'
import { enrol } from './enrol'
import { freezeItems } from './freeze-items'
import type { FindsAmong } from './issue-news'
import { type IssueLease, takeLease } from './issue-lease'
import { changeIssue, issueByKey, type IssueState } from './issues'
import { itemsOfIssue } from './items'
import { breakerAt, closeBreaker, tripBreaker } from './mail-breaker'
import { waitsAfterRestore } from './restored-database'
import { sendIssue, type SendReport } from './send-issue'
import { markSending } from './sent-marks'
import { markStranded, settleIssue } from './settle-issue'
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
}

export type RunOutcome =
  | { readonly kind: 'busy' }
  | { readonly kind: 'closed'; readonly state: IssueState; readonly handled: number }
  | { readonly kind: 'waiting'; readonly handled: number; readonly unreachable: string | null }

const moveOn = (
  { payload, issueKey }: RunIssueArgs,
  from: IssueState,
  data: Partial<BulletinIssue>,
) => changeIssue(payload, issueKey, { state: { equals: from } }, data)

async function freeze(args: RunIssueArgs): Promise<void> {
  const { payload, issueKey, clock } = args
  const now = clock()
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
    return { handled: 0, unreachable, isServerThere: false, isDown: false, needsLook: null }
  }
  await markSending(settings.dataDir, { issueKey: issue.key, fence: lease.fence })
  const sending = { ...args, issue, store, lease }
  const probe =
    breaker.kind === 'closed'
      ? null
      : await sendIssue({ ...sending, connections: 1, patience: 1, most: 1 })
  const goesOn = probe === null || probe.isServerThere
  const report = goesOn ? await sendIssue(sending) : probe
  if (report.isDown) await tripBreaker(payload, report.unreachable ?? '', clock())
  else if (report.isServerThere) await closeBreaker(payload)
  return { ...report, handled: report.handled + (goesOn ? (probe?.handled ?? 0) : 0) }
}

/** Each step asks the issue where it stands, does what is owed, and moves it on last. */
async function work(args: RunIssueArgs, lease: IssueLease): Promise<RunOutcome> {
  const { payload, settings, issueKey, findsAmong, clock } = args
  const store = payloadDeliveryStore(payload)
  const stands = async (): Promise<BulletinIssue> => {
    const issue = await issueByKey(payload, issueKey)
    if (!issue) throw new Error(`There is no issue ${issueKey}`)
    return issue
  }

  if ((await stands()).state === 'planned') await freeze(args)
  const frozen = await stands()
  if (frozen.state === 'frozen') {
    await enrol({ payload, settings, store, issue: frozen, findsAmong, now: clock() })
    await moveOn(args, 'frozen', { state: 'enrolled' })
  }
  await moveOn(args, 'enrolled', { state: 'sending' })
  const issue = await stands()
  if (issue.state !== 'sending') return { kind: 'closed', state: issue.state, handled: 0 }

  const settling = { payload, store, issue, fence: lease.fence }
  await markStranded({ ...settling, now: clock() })
  const { handled, unreachable, needsLook } = await send(args, issue, store, lease)
  if (needsLook) {
    await pauseIssue(byTheService(args, needsLook))
  }
  const { state } = await stands()
  if (state !== 'sending') return { kind: 'closed', state, handled }
  return (await settleIssue({ ...settling, now: clock() }))
    ? { kind: 'closed', state: 'finished', handled }
    : { kind: 'waiting', handled, unreachable }
}

/**
 * Does all that is owed for an issue: freezes it, enrols its readers, sends, recovers what a crash left, and closes.
 *
 * Safe to repeat at any moment and from several processes: one works, the others answer `busy`. Whoever calls decides
 * that the issue is due.
 */
export async function runIssue(args: RunIssueArgs): Promise<RunOutcome> {
  const { payload, issueKey, settings, clock } = args
  const { dataDir } = settings
  if (await waitsAfterRestore({ payload, issueKey, dataDir, now: clock() })) {
    return { kind: 'closed', state: 'paused', handled: 0 }
  }
  const lease = await takeLease(args)
  if (!lease) return { kind: 'busy' }
  try {
    return await work(args, lease)
  } finally {
    await lease.release()
  }
}
