'use server'

import { redirect } from 'next/navigation'
import { thePayload } from '@/app/payload'
import { readerByToken } from '@/bulletin/reader-link'
import { setSubscription } from '@/bulletin/subscriptions'
import { settings } from '@/config/settings'
import { textOf } from '../../../form-state'
import { isPreferenceAct, PAUSE_DAYS, type PreferenceAct, WORDING } from './wording'

const DAY = 24 * 60 * 60 * 1000

const STATUS = {
  save: 'active',
  resume: 'active',
  pause: 'paused',
  unsubscribe: 'unsubscribed',
} as const satisfies Record<PreferenceAct, string>

async function knownTopics(form: FormData): Promise<string[]> {
  const named = new Set(form.getAll('topics'))
  const payload = await thePayload()
  const { docs } = await payload.find({
    collection: 'topics',
    overrideAccess: false,
    user: null,
    pagination: false,
    depth: 0,
    select: { slug: true },
  })
  return docs.map(({ id }) => id).filter((id) => named.has(id))
}

/** Does what the pressed button says for the reader whose link this is. Safe to repeat. */
export async function changePreferences(form: FormData): Promise<void> {
  const token = textOf(form, 'token')
  const act = textOf(form, 'act')
  const path = `/bulletin/preferences/${encodeURIComponent(token)}`
  const payload = await thePayload()
  const reader = await readerByToken({ payload, secret: settings().secret, token })
  if (!reader || !isPreferenceAct(act)) redirect(path)

  const now = new Date()
  await setSubscription({
    payload,
    memberId: reader.memberId,
    status: STATUS[act],
    topicIds: act === 'save' ? await knownTopics(form) : reader.topicIds,
    madeThrough: 'preference-page',
    wording: WORDING[act],
    now,
    ...(act === 'pause' ? { pausedUntil: new Date(now.getTime() + PAUSE_DAYS * DAY) } : {}),
  })
  redirect(`${path}?done=${act}`)
}
