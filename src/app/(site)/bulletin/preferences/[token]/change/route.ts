import { knownTopics } from '@/bulletin/known-topics'
import type { Payload } from 'payload'
import { BY_LINK, readForm, seeOther } from '@/app/by-link'
import { refuseChange } from '@/app/limit-links'
import { thePayload } from '@/app/payload'
import { unfollow } from '@/bulletin/follow'
import { type LinkedReader, readerByToken } from '@/bulletin/reader-link'
import { setSubscription } from '@/bulletin/subscriptions'
import { undoChoice } from '@/bulletin/undo-choice'
import {
  isPreferenceAct,
  PAUSE_DAYS,
  type PreferenceAct,
  PREFERENCE_WORDS,
  topicsWording,
} from '@/bulletin/wording'
import { settings } from '@/config/settings'
import { textOf } from '../../../../form-state'

type Context = { readonly params: Promise<{ token: string }> }

const DAY = 24 * 60 * 60 * 1000

const pathOf = (token: string): string => `/bulletin/preferences/${encodeURIComponent(token)}`

type Asked = {
  readonly payload: Payload
  readonly reader: LinkedReader
  readonly form: FormData
  readonly now: Date
}

/** A pause outlasts a change of topics. */
const standing = ({ status, pausedUntil }: LinkedReader) =>
  status === 'paused'
    ? { status, ...(pausedUntil ? { pausedUntil: new Date(pausedUntil) } : {}) }
    : { status: 'active' as const }

async function act(what: PreferenceAct, { payload, reader, form, now }: Asked): Promise<void> {
  const { memberId } = reader
  const madeThrough = 'preference-page' as const
  const choice = { payload, memberId, madeThrough, wording: PREFERENCE_WORDS[what], now }
  switch (what) {
    case 'save': {
      const scope = textOf(form, 'scope') === 'followed' ? 'followed' : 'topics'
      const topicIds = await knownTopics(payload, form.getAll('topics'))
      const wording = topicsWording(scope)
      await setSubscription({ ...choice, ...standing(reader), scope, topicIds, wording })
      return
    }
    case 'pause': {
      const pausedUntil = new Date(now.getTime() + PAUSE_DAYS * DAY)
      await setSubscription({ ...choice, status: 'paused', pausedUntil })
      return
    }
    case 'resume':
      await setSubscription({ ...choice, status: 'active' })
      return
    case 'unsubscribe':
      await setSubscription({ ...choice, status: 'unsubscribed' })
      return
    case 'unfollow': {
      const kind = textOf(form, 'kind') === 'series' ? 'series' : 'briefing'
      await unfollow({ ...choice, followed: { kind, id: textOf(form, 'id') } })
      return
    }
    case 'undo':
      await undoChoice(choice)
  }
}

/**
 * Does what the pressed button says for the reader whose link this is, and leads back to the page. Nobody is signed in
 * here: the token is the whole of the right, so that no other site's form can do anything without it. Safe to repeat. A
 * token that is nobody's is answered alike.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const now = new Date()
  const refused = await refuseChange(request.headers, now)
  if (refused) return refused
  const payload = await thePayload()
  const form = await readForm(request)
  const what = form ? textOf(form, 'act') : ''
  if (!form || !isPreferenceAct(what)) return seeOther(pathOf(token))
  const reader = await readerByToken({ payload, secret: settings().secret, token })
  if (reader) await act(what, { payload, reader, form, now })
  return seeOther(`${pathOf(token)}?done=${what}`)
}

/** A browser that comes back to this address by itself, or a scanner: shown the page, nothing changed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const Location = pathOf((await params).token)
  return new Response(null, { status: 303, headers: { ...BY_LINK, Location } })
}
