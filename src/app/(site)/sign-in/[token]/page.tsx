import type { Metadata } from 'next'
import { thePayload } from '@/app/payload'
import { Button, ButtonLink } from '@/components/button'
import { Page } from '@/components/page'
import { safePath } from '@/lib/safe-path'
import { readLink } from '@/members/redeem-sign-in'
import { pressLink } from '../actions'

/** The token stays out of search engines and out of other sites' logs. */
export const metadata: Metadata = {
  title: 'Sign in',
  robots: { index: false },
  referrer: 'no-referrer',
}

type Args = {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const OVER = {
  used: {
    title: 'This link was used already',
    lead: 'Each link signs in once. If it was not you who used it, please tell us.',
  },
  expired: {
    title: 'This link has run out',
    lead: 'Links work for a short time, and asking for a new code takes older ones back.',
  },
  unknown: {
    title: 'This link does not work',
    lead: 'Perhaps part of it was lost on the way. Copy the whole address from the mail, or ask for a new one.',
  },
}

/** Mail scanners follow links: looking at this page changes nothing, only its button does. */
export default async function SignInLinkPage({ params, searchParams }: Args) {
  const [{ token }, { next }] = await Promise.all([params, searchParams])
  const back = safePath(next, '/account')
  const { kind } = await readLink({ payload: await thePayload(), token, now: new Date() })
  if (kind !== 'open') {
    return (
      <Page {...OVER[kind]}>
        <ButtonLink href={`/sign-in?next=${encodeURIComponent(back)}`}>
          Ask for a new code
        </ButtonLink>
      </Page>
    )
  }
  return (
    <Page title="Sign in to Signpost" lead="One press and you are in, on this device.">
      <form action={pressLink}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="next" value={back} />
        <Button>Sign in</Button>
      </form>
    </Page>
  )
}
