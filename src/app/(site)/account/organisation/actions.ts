'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { theAttempts } from '@/app/attempts'
import { deliverOwedMails } from '@/app/mail-desk'
import { thePayload } from '@/app/payload'
import { decodeList } from '@/members/decode-list'
import { importList, type ListReport } from '@/members/organisation/import-list'
import { MOST_BYTES, TOO_LARGE } from '@/members/organisation/list-limits'
import { ENOUGH_TODAY, inviteLimits } from '@/members/organisation/invite-limits'
import { readManaged, seatedSince } from '@/members/organisation/managed-organisation'
import {
  type ByManager,
  inviteColleague,
  putColleagueBack,
  removeColleague,
} from '@/members/organisation/manage-members'
import { type FormState, textOf } from '../../form-state'
import { signedInMember } from '../signed-in-member'

const HERE = '/account/organisation'

const limits = inviteLimits(theAttempts)

async function byManager(): Promise<ByManager> {
  const { member } = await signedInMember(HERE)
  return { payload: await thePayload(), manager: member, now: new Date() }
}

export async function invite(_before: FormState, form: FormData): Promise<FormState> {
  const words = { name: textOf(form, 'name'), email: textOf(form, 'email') }
  const by = await byManager()
  const allowed = await limits.invitations(by.manager.id, by.now)
  if (allowed.kind === 'wait') return { faults: { form: ENOUGH_TODAY }, values: words }
  const answer = await inviteColleague({ ...by, words })
  if (answer.kind === 'faulty') return { faults: answer.faults, values: words }
  after(deliverOwedMails)
  refresh()
  return {
    faults: {},
    values: {},
    said: `${answer.name} has a seat. A mail that says how to sign in is on its way.`,
  }
}

export async function removeMember(form: FormData): Promise<void> {
  const memberId = textOf(form, 'member')
  const by = await byManager()
  const asked = { ...by, member: by.manager }
  const before = await readManaged(asked)
  const answer = await removeColleague(by, memberId)
  after(deliverOwedMails)
  if (answer === 'not-running') redirect(`${HERE}?not=running`)
  if (answer !== 'removed') redirect(`${HERE}?not=yours`)
  const now = await readManaged(asked)
  const seated = before && now ? seatedSince(before, now) : null
  const removed = `${HERE}?removed=${encodeURIComponent(memberId)}`
  redirect(seated ? `${removed}&seated=${encodeURIComponent(seated.id)}` : removed)
}

export async function putBack(form: FormData): Promise<void> {
  const answer = await putColleagueBack(await byManager(), textOf(form, 'member'))
  if (answer === 'back') redirect(`${HERE}?back=yes`)
  if (answer === 'full') redirect(`${HERE}?full=yes`)
  redirect(answer === 'not-running' ? `${HERE}?not=running` : `${HERE}?not=yours`)
}

export type ListState = {
  readonly fault?: string
  /** What the list would do, or did. */
  readonly report?: ListReport
  readonly isDone?: boolean
  /** The list itself, to be sent again once the report has been read. */
  readonly text?: string
}

/** The list of the form, or null where its file is too large to be read. */
async function textIn(form: FormData): Promise<string | null> {
  const file = form.get('list')
  if (!(file instanceof File)) return textOf(form, 'text')
  return file.size > MOST_BYTES ? null : decodeList(new Uint8Array(await file.arrayBuffer()))
}

/** First says what a list would do; asked again by the report's button, does it. */
export async function bringList(_before: ListState, form: FormData): Promise<ListState> {
  const isDryRun = form.get('act') !== 'bring'
  const by = await byManager()
  if ((await limits.lists(by.manager.id, by.now)).kind === 'wait') return { fault: ENOUGH_TODAY }
  const text = await textIn(form)
  if (text === null) return { fault: TOO_LARGE }
  const isInviting = form.has('invite')
  const answer = await importList({ ...by, text, isDryRun, isInviting })
  if (answer.kind === 'faulty') return { fault: answer.fault }
  if (isDryRun) return { report: answer.report, text }
  after(deliverOwedMails)
  refresh()
  return { report: answer.report, isDone: true }
}
