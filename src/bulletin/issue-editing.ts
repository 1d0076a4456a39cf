import type { Payload, Where } from 'payload'
import { z } from 'zod'
import type { Actor } from '@/access/record/audit-entry'
import type { BulletinIssue } from '@/payload-types'
import { changeIssue, issueByKey, type IssueState } from './issues'
import { recordDecision } from './record-decision'
import { type Decision, decisionsOf } from './steer-issue'

/** Something that is going to happen, in the editors' own words. A briefing's timeline is member text: this is not. */
export type ComingDevelopment = {
  /** `2026-12-08`. */
  readonly date: string
  readonly text: string
  /** Absolute, https. */
  readonly url?: string
}

/** What editors decided about an issue. Items are named by their key, `briefingId/edition`. */
export type IssueEditing = {
  /** These first, in this order; the others after them in their own. */
  readonly order: readonly string[]
  /** A line of the editors beside an item. */
  readonly notes: Readonly<Record<string, string>>
  /** Not in this issue: they wait for the next. */
  readonly held: readonly string[]
  /** Whether what changed in an updated briefing, which is member text, stands in the mail. */
  readonly showsChangeNotes: boolean
  readonly coming: readonly ComingDevelopment[]
}

/** What is to be different. Each part that is given replaces the whole of that part. */
export type IssueChange = Partial<IssueEditing> & { readonly introduction?: string }

export type EditArgs = {
  readonly payload: Payload
  readonly issueKey: string
  /** Who edits, for the record. */
  readonly by: string
  readonly actor?: Actor | undefined
  readonly change: IssueChange
  readonly now: Date
}

export type EditOutcome =
  | { readonly kind: 'done'; readonly issue: BulletinIssue }
  | { readonly kind: 'no-such-issue' }
  /** It is frozen, or being frozen at this moment: what it says stands. */
  | { readonly kind: 'not-now'; readonly state: IssueState }
  /** Nothing was changed. `path` is such as `introduction` or `coming.0.date`. */
  | {
      readonly kind: 'invalid'
      readonly faults: readonly { readonly path: string; readonly message: string }[]
    }

export const LONGEST_INTRODUCTION = 600
export const LONGEST_NOTE = 200
export const MOST_COMING = 10

const UNEDITED: IssueEditing = {
  order: [],
  notes: {},
  held: [],
  showsChangeNotes: false,
  coming: [],
}

const changeSchema = z.strictObject({
  introduction: z.string().trim().max(LONGEST_INTRODUCTION).optional(),
  order: z.array(z.string()).optional(),
  notes: z.record(z.string(), z.string().trim().max(LONGEST_NOTE)).optional(),
  held: z.array(z.string()).optional(),
  showsChangeNotes: z.boolean().optional(),
  coming: z
    .array(
      z.strictObject({
        date: z.iso.date(),
        text: z.string().trim().min(1).max(LONGEST_NOTE),
        url: z.url({ protocol: /^https$/ }).optional(),
      }),
    )
    .max(MOST_COMING)
    .optional(),
})

/** What an issue's editors decided so far; for one that nobody edited, nothing. */
export const readEditing = ({ editing }: Pick<BulletinIssue, 'editing'>): IssueEditing => ({
  ...UNEDITED,
  ...(editing as Partial<IssueEditing> | null),
})

const withoutBlanks = (notes: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(notes).filter(([, note]) => note !== ''))

const absent = (field: string): Where => ({ [field]: { exists: false } })

/** Nobody edited it since it had been edited so often. */
export const isUntouchedSince = (edits: number): Where =>
  edits > 0 ? { edits: { equals: edits } } : { or: [{ edits: { equals: 0 } }, absent('edits')] }

/** Planned, and nobody freezes it at this moment: what is said to be done must count. */
const maybeEdited = (edits: number, now: Date): Where => ({
  and: [
    { state: { equals: 'planned' } },
    { or: [absent('owner'), { leaseUntil: { less_than_equal: now.toISOString() } }] },
    isUntouchedSince(edits),
  ],
})

const MOST_TRIES = 20

async function write(
  args: EditArgs,
  { introduction, ...parts }: IssueChange,
  tries: number,
): Promise<EditOutcome> {
  const { payload, issueKey, by, now } = args
  const issue = await issueByKey(payload, issueKey)
  if (!issue) return { kind: 'no-such-issue' }
  if (issue.state !== 'planned' || tries === 0) return { kind: 'not-now', state: issue.state }
  const editing = { ...readEditing(issue), ...parts }
  const why = Object.keys(args.change).join(', ')
  const decision: Decision = { what: 'edited', by, at: now.toISOString(), why }
  const edits = issue.edits ?? 0
  const changed = await changeIssue(payload, issueKey, maybeEdited(edits, now), {
    ...(introduction === undefined ? {} : { introduction }),
    editing: {
      ...editing,
      notes: withoutBlanks(editing.notes),
    },
    edits: edits + 1,
    decisions: [...decisionsOf(issue), decision],
  })
  if (!changed) return write(args, { introduction, ...parts }, tries - 1)
  await recordDecision(args, decision.what, why)
  return { kind: 'done', issue: changed }
}

/**
 * Changes what a planned issue will say, and writes down who changed which part and when.
 *
 * Edits of two people at once both count, unless they are of the same part: then the later. Once the issue is being
 * frozen nothing can be changed, so that `done` means that the mails will say so. Safe to repeat.
 */
export async function editIssue(args: EditArgs): Promise<EditOutcome> {
  const parsed = changeSchema.safeParse(args.change)
  if (parsed.success) return write(args, parsed.data, MOST_TRIES)
  const faults = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  return { kind: 'invalid', faults }
}
