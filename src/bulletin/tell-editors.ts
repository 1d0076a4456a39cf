import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import { toLongDate } from '@/lib/london-time'
import type { Mailer } from '@/mail/mailer'
import type { BulletinIssue } from '@/payload-types'
import { comingIssueMail } from '@templates/mail/coming-issue-mail'
import { waitsForApproval } from './approve-issue'
import { issueSlug } from './bulletin-view-of'
import { hasCarriedItems } from './carried-items'
import { comingItems } from './coming-items'
import type { FindsAmong } from './issue-news'
import { changeIssue } from './issues'
import { planInWords } from './plan-in-words'
import { planIssue } from './plan-issue'

type TellArgs = {
  readonly payload: Payload
  readonly settings: Settings
  readonly mailer: Mailer
  readonly findsAmong: FindsAmong
  readonly issue: BulletinIssue
  readonly now: Date
}

type Mark = 'previewMailedAt' | 'approvalAskedAt'

const DAY = 24 * 60 * 60 * 1000

/** What editors are owed a mail about at `now`, or null. */
function owedMark({ settings, issue, now }: TellArgs): Mark | null {
  if (issue.state !== 'planned') return null
  const left = new Date(issue.slotAt).getTime() - now.getTime()
  if (left > 0) return left <= DAY && !issue.previewMailedAt ? 'previewMailedAt' : null
  return waitsForApproval(settings, issue) && !issue.approvalAskedAt ? 'approvalAskedAt' : null
}

/** An issue that waits with nothing in it need not trouble anybody. */
const holdsAnything = async ({ payload, issue, now }: TellArgs): Promise<boolean> =>
  (await comingItems(payload, issue, now)).length > 0 || (await hasCarriedItems(payload, now))

/** One of any number of workers, and of those of before a crash, has it to send. */
const claim = ({ payload, issue, now }: TellArgs, mark: Mark) =>
  changeIssue(
    payload,
    issue.key,
    { and: [{ state: { equals: 'planned' } }, { [mark]: { exists: false } }] },
    { [mark]: now.toISOString() },
  )

/** The mail did not go: a later look has it to send again. */
const giveBack = ({ payload, issue, now }: TellArgs, mark: Mark) =>
  changeIssue(payload, issue.key, { [mark]: { equals: now.toISOString() } }, { [mark]: null })

async function sendPlan(args: TellArgs, mark: Mark): Promise<boolean> {
  const { settings, mailer, issue } = args
  const { siteUrl, mail } = settings
  const plan = await planIssue(args)
  const mailed = await comingIssueMail({
    kind: mark === 'approvalAskedAt' ? 'waits' : 'preview',
    date: toLongDate(issue.slotAt),
    needsApproval: waitsForApproval(settings, issue),
    ...planInWords(plan),
    adminUrl: `${siteUrl}/admin/bulletin`,
    siteUrl,
    postalAddress: mail.postalAddress,
  })
  const name = mark === 'approvalAskedAt' ? 'waits' : 'coming'
  const { state } = await mailer.send({
    to: { address: mail.staff },
    ...mailed,
    messageId: `${name}-${issueSlug(issue.key)}-${issue.id}@${new URL(siteUrl).hostname}`,
  })
  return state === 'sent' || state === 'uncertain'
}

/**
 * Mails editors the plan of the coming issue a day before its slot; and where the issue waits at its slot for approval,
 * that it does. Each once an issue: who claims the mark sends, and gives it back where the server does not take the mail.
 *
 * At most once: a crash between the two loses this mail, never an issue; the desk says the same. Safe from any number of
 * workers. @returns whether this call handed a mail over.
 */
export async function tellEditors(args: TellArgs): Promise<boolean> {
  const mark = owedMark(args)
  if (mark === 'approvalAskedAt' && !(await holdsAnything(args))) return false
  if (!mark || !(await claim(args, mark))) return false
  let isSent = false
  try {
    isSent = await sendPlan(args, mark)
  } finally {
    if (!isSent) await giveBack(args, mark)
  }
  return isSent
}
