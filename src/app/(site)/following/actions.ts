'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { thePayload } from '@/app/payload'
import { follow, type Followed, unfollow } from '@/bulletin/follow'
import { FOLLOW_WORDS, LET_GO } from '@/bulletin/wording'
import { signedInMember } from '../account/signed-in-member'
import { textOf } from '../form-state'

const FOLLOWING = '/account#following'

const followedIn = (form: FormData): Followed => ({
  kind: textOf(form, 'kind') === 'series' ? 'series' : 'briefing',
  id: textOf(form, 'id'),
})

const wordingFor = ({ kind }: Followed, word: 'start' | 'end'): string =>
  word === 'start' ? FOLLOW_WORDS[kind].sentence : FOLLOW_WORDS[kind].end

async function choiceIn(form: FormData, word: 'start' | 'end') {
  const { member } = await signedInMember()
  const followed = followedIn(form)
  const page = followed.kind === 'series' ? ('series-page' as const) : ('briefing-page' as const)
  return {
    payload: await thePayload(),
    memberId: member.id,
    followed,
    madeThrough: page,
    wording: wordingFor(followed, word),
    now: new Date(),
  }
}

export async function startFollowing(form: FormData): Promise<void> {
  const answer = await follow(await choiceIn(form, 'start'))
  if (answer === 'full') redirect('/account?full=yes#following')
  refresh()
}

export async function stopFollowing(form: FormData): Promise<void> {
  await unfollow(await choiceIn(form, 'end'))
  refresh()
}

/** From the account: what was let go of is named there, and can be taken back. */
export async function letGo(form: FormData): Promise<void> {
  const choice = await choiceIn(form, 'end')
  const { kind, id } = choice.followed
  await unfollow({ ...choice, madeThrough: 'account', wording: LET_GO })
  redirect(`/account?${new URLSearchParams({ kind, letgo: id }).toString()}#following`)
}

export async function takeBackUp(form: FormData): Promise<void> {
  await follow({ ...(await choiceIn(form, 'start')), madeThrough: 'account' })
  redirect(FOLLOWING)
}
