import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { BulletinDelivery, BulletinIssue } from '@/payload-types'
import { issuesToExplain, type IssueRecord, readIssueRecord } from './issue-record'
import type { IssueState } from './issues'
import { itemKey } from './items'
import { type MemberLedger, readMemberLedger } from './member-ledger'
import { type ExplainedItem, whatWasInIt, whatWasLeftOut } from './why-in-mail'

export type ExplainedIssue = {
  readonly key: string
  /** ISO date-time. */
  readonly slotAt: string
  readonly issueState: IssueState
  /** What became of it for this member; null where the issue has no row for them. */
  readonly delivery: Pick<BulletinDelivery, 'state' | 'reason' | 'reply' | 'doneAt'> | null
  /** The mail's content, each with why it was in. */
  readonly inMail: readonly ExplainedItem[]
  /** What the issue announced besides, each with why this member's mail had it not. */
  readonly leftOut: readonly ExplainedItem[]
  /** True where nobody can vouch for the mail, so that its briefings are named again in a later one. */
  readonly isCarriedOver: boolean
}

export type MemberExplained = {
  readonly address: string
  /** Null where the account is gone: the ledger remembers it still. */
  readonly isMember: boolean
  /** Why they get no Bulletin whatever it holds, or null. */
  readonly bar: string | null
  /** By name, as chosen now. None means all. */
  readonly topics: readonly string[]
  readonly issues: readonly ExplainedIssue[]
}

type ExplainArgs = {
  readonly payload: Payload
  readonly settings: Pick<Settings, 'secret'>
  readonly address: string
  /** This issue alone; else the last ones. */
  readonly issueKey?: string | undefined
  /** How many issues to look back. */
  readonly limit?: number
  readonly now: Date
}

const NOT_VOUCHED = ['uncertain', 'expired', 'suppressed']

function explainIssue(record: IssueRecord, ledger: MemberLedger): ExplainedIssue {
  const { issue } = record
  const row = ledger.deliveryOf.get(issue.key)
  const inMail = whatWasInIt(record, ledger)
  const named = new Set(inMail.map(itemKey))
  const delivery = row
    ? { state: row.state, reason: row.reason, reply: row.reply, doneAt: row.doneAt }
    : null
  return {
    key: issue.key,
    slotAt: issue.slotAt,
    issueState: issue.state,
    delivery,
    inMail,
    leftOut: whatWasLeftOut(record, ledger, named),
    isCarriedOver: inMail.length > 0 && NOT_VOUCHED.includes(row?.state ?? ''),
  }
}

function barOf({ reader, memberId }: MemberLedger): string | null {
  if (!memberId) return 'there is no member with this address'
  return reader ? (reader.bar?.reason ?? null) : 'this member has never subscribed'
}

async function explainAll(
  payload: Payload,
  issues: readonly BulletinIssue[],
  ledger: MemberLedger,
  now: Date,
): Promise<ExplainedIssue[]> {
  const explained: ExplainedIssue[] = []
  for (const issue of issues) {
    const hash = ledger.deliveryOf.get(issue.key)?.itemSetHash ?? null
    explained.push(explainIssue(await readIssueRecord(payload, issue, hash, now), ledger))
  }
  return explained
}

/**
 * What a member got of each issue, and of the rest why not: from the ledger, the kept bodies and the receipts, as they
 * were written then. Topics are those chosen when the issue was frozen, by the proof of consent.
 *
 * Answers null where nothing at all is on record of the address. Changes nothing.
 */
export async function explainMember(args: ExplainArgs): Promise<MemberExplained | null> {
  const { payload, address, now } = args
  const ledger = await readMemberLedger(args)
  if (!ledger.memberId && ledger.deliveryOf.size === 0) return null
  const issues = await issuesToExplain(payload, args.issueKey, args.limit ?? 8)
  return {
    address: ledger.reader?.member.email ?? address,
    isMember: ledger.reader !== null,
    bar: barOf(ledger),
    topics: ledger.reader?.topics.map(({ name }) => name) ?? [],
    issues: await explainAll(payload, issues, ledger, now),
  }
}
