import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { Mailer } from '@/mail/mailer'
import type { BulletinIssue } from '@/payload-types'
import { bulletinSubject } from '@templates/bulletin/bulletin-subject'
import { payloadDeliveryStore } from './adapters/payload-delivery-store'
import { hasCarriedItems } from './carried-items'
import { enrol } from './enrol'
import { freezeItems } from './freeze-items'
import type { FindsAmong } from './issue-news'
import { type IssueLease, takeLease } from './issue-lease'
import { changeIssue, issueByKey, type IssueState } from './issues'
import { itemsOfIssue } from './items'
import { sendIssue } from './send-issue'
import { markStranded, settleIssue } from './settle-issue'
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
  const { handled, unreachable } = await sendIssue({ ...args, store, lease })
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
  const lease = await takeLease(args)
  if (!lease) return { kind: 'busy' }
  try {
    return await work(args, lease)
  } finally {
    await lease.release()
  }
}
