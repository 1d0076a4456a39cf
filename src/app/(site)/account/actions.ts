'use server'

import { knownTopics } from '@/bulletin/known-topics'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { theAttempts } from '@/app/attempts'
import { signOutBrowser } from '@/app/member-browser'
import { thePayload } from '@/app/payload'
import { readSubscription, setSubscription } from '@/bulletin/subscriptions'
import { changeDetails } from '@/members/change-details'
import { accountWording } from '@/bulletin/wording'
import { limitOf, waitSentence } from '@/lib/limit'
import { endAllSessions } from '@/members/sessions'
import { type FormState, textOf } from '../form-state'
import { type BulletinChoice, choiceIn, choiceOf, isSameChoice } from './bulletin-choice'
import { signedInMember } from './signed-in-member'

/** Nobody needs more: each save is a write. */
const savesBy = limitOf(20, 15, { name: 'details saved by', store: theAttempts })

const LEFT =
  'Your access has ended, so your details stay as they are. Please write to us if they are wrong.'

export async function saveDetails(_before: FormState, form: FormData): Promise<FormState> {
  const { member } = await signedInMember()
  const details = { name: textOf(form, 'name'), jobTitle: textOf(form, 'jobTitle') }
  const allowed = await savesBy(member.id, new Date())
  if (allowed.kind === 'wait') {
    return { faults: { form: waitSentence(allowed.minutes) }, values: details }
  }
  const answer = await changeDetails({
    payload: await thePayload(),
    memberId: member.id,
    details,
  })
  if (answer.kind === 'left') return { faults: { form: LEFT }, values: details }
  if (answer.kind === 'faulty') return { faults: answer.faults, values: details }
  refresh()
  return { faults: {}, values: answer.details, said: 'Your details are saved.' }
}

export type BulletinState = {
  readonly saved?: BulletinChoice
  /** What stood before, for taking the change back. */
  readonly before?: BulletinChoice
  readonly said?: string
}

function sentenceFor(choice: BulletinChoice, isUndone: boolean): string {
  if (isUndone) return 'Your Bulletin choices are back as they were.'
  if (!choice.isOn) return 'Saved: we have stopped your Bulletin.'
  if (choice.scope === 'followed')
    return 'Saved: the Bulletin brings you what you follow, and nothing else.'
  const topics = choice.topicIds.length
  if (topics === 0) return 'Saved: the Bulletin brings you what is new on every topic.'
  return `Saved: the Bulletin brings you what is new on ${topics === 1 ? 'one topic' : `${topics} topics`}.`
}

export async function saveBulletin(_before: BulletinState, form: FormData): Promise<BulletinState> {
  const { member } = await signedInMember()
  const payload = await thePayload()
  const now = new Date()
  const before = choiceOf(await readSubscription({ payload, memberId: member.id }), now)
  const choice = choiceIn(form, await knownTopics(payload, form.getAll('topics')), before)
  await setSubscription({
    payload,
    memberId: member.id,
    status: statusFor(choice),
    scope: choice.scope,
    topicIds: choice.topicIds,
    ...(choice.pause?.until ? { pausedUntil: new Date(choice.pause.until) } : {}),
    madeThrough: 'account',
    wording: accountWording(choice.isOn, choice.scope),
    now,
  })
  refresh()
  return {
    saved: choice,
    said: sentenceFor(choice, form.has('undo')),
    ...(form.has('undo') || isSameChoice(before, choice) ? {} : { before }),
  }
}

function statusFor({ isOn, pause }: BulletinChoice) {
  if (!isOn) return 'unsubscribed'
  return pause ? 'paused' : 'active'
}

export async function signOutEverywhere(): Promise<void> {
  const { member } = await signedInMember()
  await endAllSessions({ payload: await thePayload(), memberId: member.id })
  await signOutBrowser()
  redirect('/sign-in')
}
