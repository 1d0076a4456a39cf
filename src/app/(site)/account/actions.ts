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
import { type BulletinChoice, choiceOf, isSameChoice } from './bulletin-choice'
import { signedInMember } from './signed-in-member'

/** Nobody needs more: each save is a write. */
const savesBy = limitOf(20, 15, { name: 'details saved by', store: theAttempts })

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
  if (answer.kind === 'left') redirect('/sign-in')
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
  const subscription = await readSubscription({ payload, memberId: member.id })
  const before = choiceOf(subscription)
  const choice: BulletinChoice = {
    isOn: form.has('bulletin'),
    scope: textOf(form, 'scope') === 'followed' ? 'followed' : 'topics',
    topicIds: await knownTopics(payload, form.getAll('topics')),
  }
  const isPaused = subscription?.status === 'paused' && !form.has('resume')
  await setSubscription({
    payload,
    memberId: member.id,
    status: statusFor(choice, isPaused),
    scope: choice.scope,
    topicIds: choice.topicIds,
    ...(isPaused && subscription.pausedUntil
      ? { pausedUntil: new Date(subscription.pausedUntil) }
      : {}),
    madeThrough: 'account',
    wording: accountWording(choice.isOn, choice.scope),
    now: new Date(),
  })
  refresh()
  return {
    saved: choice,
    said: sentenceFor(choice, form.has('undo')),
    ...(form.has('undo') || isSameChoice(before, choice) ? {} : { before }),
  }
}

function statusFor(choice: BulletinChoice, isPaused: boolean) {
  if (!choice.isOn) return 'unsubscribed'
  return isPaused ? 'paused' : 'active'
}

export async function signOutEverywhere(): Promise<void> {
  const { member } = await signedInMember()
  await endAllSessions({ payload: await thePayload(), memberId: member.id })
  await signOutBrowser()
  redirect('/sign-in')
}
