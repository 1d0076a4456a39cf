'use server'

import { redirect } from 'next/navigation'
import { theAttempts } from '@/app/attempts'
import { theClientAddress } from '@/app/client'
import { keepPass } from '@/app/pass-browser'
import { thePayload } from '@/app/payload'
import { limitOf } from '@/lib/limit'
import { pressPass } from '@/members/colleague/press-pass'
import { textOf } from '../../form-state'

const pressesFrom = limitOf(60, 15, { name: 'passes pressed from', store: theAttempts })

async function slugOf(id: string): Promise<string | null> {
  const payload = await thePayload()
  const { docs } = await payload.find({
    collection: 'briefings',
    overrideAccess: false,
    user: null,
    depth: 0,
    limit: 1,
    pagination: false,
    where: { id: { equals: id } },
    select: { slug: true },
    context: { now: new Date() },
  })
  return docs[0]?.slug ?? null
}

/** The button of the page a colleague's mail leads to. Opens the one briefing to this browser, and signs nobody in. */
export async function openBriefing(form: FormData): Promise<void> {
  const token = textOf(form, 'token').slice(0, 200)
  const here = `/colleague/${encodeURIComponent(token)}`
  const now = new Date()
  if ((await pressesFrom(await theClientAddress(), now)).kind === 'wait') redirect(here)
  const answer = await pressPass({ payload: await thePayload(), token, now })
  if (answer.kind !== 'opened') redirect(here)
  await keepPass(answer.browserToken)
  const slug = await slugOf(answer.briefingId)
  redirect(slug ? `/briefings/${encodeURIComponent(slug)}` : '/briefings')
}
