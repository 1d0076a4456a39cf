import type { Payload } from 'payload'
import type { Actor } from '@/access/record/audit-entry'
import type { Viewer } from '@/access/viewer'
import { approveIssue } from '@/bulletin/approve-issue'
import { issueSlug } from '@/bulletin/bulletin-view-of'
import { editIssue } from '@/bulletin/issue-editing'
import type { FindsAmong } from '@/bulletin/issue-news'
import { resumeAtWord, takeAsSent } from '@/bulletin/restored-database'
import { sendAgain } from '@/bulletin/send-again'
import { sendTest } from '@/bulletin/send-test'
import { cancelIssue, pauseIssue, type SteerArgs, type SteerOutcome } from '@/bulletin/steer-issue'
import type { Settings } from '@/config/settings'
import { oneLine } from '@/lib/one-line'
import type { Mailer } from '@/mail/mailer'
import { errorAnswer, isSameOrigin } from './answers'
import { readIssueForm } from './issue-form'
import { readSmallForm } from './small-body'

export type BulletinDesk = {
  readonly payload: Payload
  readonly settings: Settings
  readonly mailer: Mailer
  readonly findsAmong: FindsAmong
  readonly viewer: Viewer
  readonly now: Date
}

type Asked = BulletinDesk & {
  readonly form: URLSearchParams
  readonly issueKey: string
  /** Who asks, for the issue's own list and for the record. */
  readonly by: string
  readonly actor: Actor
}

/** What is said on the page that follows: a word the desk has a sentence for. */
type Said = { readonly done: string; readonly at?: string } | { readonly fault: string }

type Doing = (asked: Asked) => Promise<Said>

const MOST_BYTES = 100_000
const LONGEST_WHY = 300

const saidOf = (outcome: SteerOutcome, done: string): Said =>
  outcome.kind === 'done' ? { done } : { fault: outcome.kind }

/** An act that needs its reason: it stands in the record of the issue. */
const steering =
  (
    act: (args: SteerArgs & { readonly dataDir: string }) => Promise<SteerOutcome>,
    done: string,
  ): Doing =>
  async ({ payload, settings: { dataDir }, issueKey, by, actor, form, now }) => {
    const why = oneLine(form.get('why') ?? '').slice(0, LONGEST_WHY)
    if (why === '') return { fault: 'no-reason' }
    return saidOf(await act({ payload, dataDir, issueKey, by, actor, why, now }), done)
  }

const edit: Doing = async ({ payload, issueKey, by, actor, form, now }) => {
  const { change, at } = readIssueForm(form)
  if (Object.keys(change).length === 0) return { done: 'unchanged' }
  const outcome = await editIssue({ payload, issueKey, by, actor, change, now })
  if (outcome.kind === 'invalid') return { fault: `wrong-${outcome.faults[0]?.path.split('.')[0]}` }
  return outcome.kind === 'done' ? { done: 'saved', ...at } : { fault: outcome.kind }
}

const approve: Doing = async ({ payload, issueKey, by, actor, now }) =>
  saidOf(await approveIssue({ payload, issueKey, by, actor, now }), 'approved')

const again: Doing = async ({ payload, issueKey, by, form, now }) => {
  const why = oneLine(form.get('why') ?? '').slice(0, LONGEST_WHY)
  if (why === '') return { fault: 'no-reason' }
  const which = form.get('which') === 'failed' ? 'failed' : 'uncertain'
  if (which === 'uncertain' && !form.has('confirmed')) return { fault: 'unconfirmed' }
  const seen = Number(form.get('count') ?? 0)
  const outcome = await sendAgain({ payload, issueKey, which, by, why, seen, now })
  return outcome.kind === 'done' ? { done: 'again' } : { fault: outcome.kind }
}

const test: Doing = async (asked) => {
  const { payload, form } = asked
  const address = form.get('address')?.trim()
  const outcome = await sendTest({
    ...asked,
    to: form.get('to') ?? '',
    address: address === '' ? undefined : address,
  })
  if (outcome.kind === 'not-sent') payload.logger.warn(`A test was not sent: ${outcome.reason}`)
  return outcome.kind === 'sent' ? { done: 'tested' } : { fault: outcome.kind }
}

const DOINGS: Readonly<Record<string, Doing>> = {
  edit,
  approve,
  test,
  'send-again': again,
  pause: steering(pauseIssue, 'paused'),
  resume: steering(resumeAtWord, 'resumed'),
  cancel: steering(cancelIssue, 'cancelled'),
  'take-as-sent': steering(takeAsSent, 'taken-as-sent'),
}

function backTo({ form, issueKey }: Asked, said: Said): Response {
  const page = form.get('page') === 'issue' ? `/${encodeURIComponent(issueSlug(issueKey))}` : ''
  const query = new URLSearchParams(said).toString()
  return new Response(null, {
    status: 303,
    headers: {
      Location: `/admin/bulletin${page}?${query}`,
      'Cache-Control': 'private, no-store',
    },
  })
}

/**
 * What an editor presses on the Bulletin's pages of the desk, as plain forms: done, then back to the page, which says in
 * words what was done or why not.
 *
 * To those who are not staff it is not there. Officers may look and not steer. A request that a page of this site did not
 * make is refused before anything is read.
 */
export async function answerDesk(request: Request, desk: BulletinDesk): Promise<Response> {
  const { viewer } = desk
  if (viewer.kind !== 'staff') return errorAnswer(404, 'There is nothing here.')
  if (!isSameOrigin(request, desk.settings.siteUrl)) {
    return errorAnswer(403, 'This can be asked from the desk’s own pages alone.')
  }
  if (viewer.staff.role === 'officer') {
    return errorAnswer(403, 'Editors and administrators steer the Bulletin.')
  }
  const form = await readSmallForm(request, MOST_BYTES)
  const doing = form ? DOINGS[form.get('do') ?? ''] : undefined
  if (!form || !doing) return errorAnswer(400, 'We could not read what was sent.')
  const { id, name, email } = viewer.staff
  const asked = {
    ...desk,
    form,
    issueKey: form.get('issue') ?? '',
    by: `${name} (${email})`,
    actor: { kind: 'staff', id, name } as const,
  }
  return backTo(asked, await doing(asked))
}
