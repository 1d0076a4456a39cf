'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { deliverOwedMails } from '@/app/mail-desk'
import { thePayload } from '@/app/payload'
import { importList, type ListReport, MOST_CHARACTERS } from '@/members/organisation/import-list'
import {
  type ByManager,
  inviteColleague,
  putColleagueBack,
  removeColleague,
} from '@/members/organisation/manage-members'
import { type FormState, textOf } from '../../form-state'
import { signedInMember } from '../signed-in-member'

const HERE = '/account/organisation'

async function byManager(): Promise<ByManager> {
  const { member } = await signedInMember(HERE)
  return { payload: await thePayload(), manager: member, now: new Date() }
}

export async function invite(_before: FormState, form: FormData): Promise<FormState> {
  const words = { name: textOf(form, 'name'), email: textOf(form, 'email') }
  const answer = await inviteColleague({ ...(await byManager()), words })
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
  const answer = await removeColleague(await byManager(), memberId)
  after(deliverOwedMails)
  redirect(
    answer === 'removed' ? `${HERE}?removed=${encodeURIComponent(memberId)}` : `${HERE}?not=yours`,
  )
}

export async function putBack(form: FormData): Promise<void> {
  const answer = await putColleagueBack(await byManager(), textOf(form, 'member'))
  if (answer === 'back') redirect(`${HERE}?back=yes`)
  redirect(answer === 'full' ? `${HERE}?full=yes` : `${HERE}?not=yours`)
}

export type ListState = {
  readonly fault?: string
  /** What the list would do, or did. */
  readonly report?: ListReport
  readonly isDone?: boolean
  /** The list itself, to be sent again once the report has been read. */
  readonly text?: string
}

async function textIn(form: FormData): Promise<string> {
  const file = form.get('list')
  if (!(file instanceof File)) return textOf(form, 'text')
  return file.size > MOST_CHARACTERS ? 'x'.repeat(MOST_CHARACTERS + 1) : file.text()
}

/** First says what a list would do; asked again by the report's button, does it. */
export async function bringList(_before: ListState, form: FormData): Promise<ListState> {
  const isDryRun = form.get('act') !== 'bring'
  const text = await textIn(form)
  const isInviting = form.has('invite')
  const answer = await importList({ ...(await byManager()), text, isDryRun, isInviting })
  if (answer.kind === 'faulty') return { fault: answer.fault }
  if (isDryRun) return { report: answer.report, text }
  after(deliverOwedMails)
  refresh()
  return { report: answer.report, isDone: true }
}
