'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { thePayload } from '@/app/payload'
import { clearHistory, forgetRead } from '@/reading/reading-history'
import { addToReadingList, removeFromReadingList } from '@/reading/reading-list'
import { textOf } from '../../form-state'
import { signedInMember } from '../signed-in-member'

const LIST = '/account/reading-list'

async function own() {
  const viewer = await signedInMember(LIST)
  return { viewer, payload: await thePayload(), memberId: viewer.member.id, now: new Date() }
}

const briefingIdIn = (form: FormData): string => textOf(form, 'briefing')

export async function saveToList(form: FormData): Promise<void> {
  const answer = await addToReadingList({ ...(await own()), briefingId: briefingIdIn(form) })
  if (answer === 'full') redirect(`${LIST}?full=yes`)
  refresh()
}

export async function takeOffList(form: FormData): Promise<void> {
  await removeFromReadingList({ ...(await own()), briefingId: briefingIdIn(form) })
  refresh()
}

/** From the list itself: what was removed is named there, and can be put back. */
export async function removeEntry(form: FormData): Promise<void> {
  const briefingId = briefingIdIn(form)
  await removeFromReadingList({ ...(await own()), briefingId })
  redirect(`${LIST}?removed=${encodeURIComponent(briefingId)}`)
}

export async function putBack(form: FormData): Promise<void> {
  await addToReadingList({ ...(await own()), briefingId: briefingIdIn(form) })
  redirect(LIST)
}

export async function forgetOne(form: FormData): Promise<void> {
  await forgetRead({ ...(await own()), briefingId: briefingIdIn(form) })
  redirect(`${LIST}?forgotten=one`)
}

export async function forgetAll(): Promise<void> {
  await clearHistory(await own())
  redirect(`${LIST}?forgotten=all`)
}
