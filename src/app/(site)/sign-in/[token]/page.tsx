import type { Metadata } from 'next'
import { thePayload } from '@/app/payload'
import { currentViewer } from '@/app/viewer'
import { Button, ButtonLink } from '@/components/button'
import { EmailAddress } from '@/components/e-mail-address'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { safePath } from '@/lib/safe-path'
import { isLinkOf, readLink } from '@/members/redeem-sign-in'
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
    lead: 'Links work for a short time, and no longer once the account has moved to another address.',
  },
  unknown: {
    title: 'This link does not work',
    lead: 'Perhaps part of it was lost on the way. Copy the whole address from the mail, or ask for a new one.',
  },
}

/** Mail scanners follow links: looking at this page changes nothing, only its button does. */
export default async function SignInLinkPage({ params, searchParams }: Args) {
  const [{ token }, { next }, viewer] = await Promise.all([params, searchParams, currentViewer()])
  const back = safePath(next, '/account')
  const payload = await thePayload()
  const { kind } = await readLink({ payload, token, now: new Date() })
  const member = viewer.kind === 'member' ? viewer.member : null
  const isOwn = member !== null && (await isLinkOf(member.id, { payload, token }))
  if (member && isOwn) return <SignedInAlready email={member.email} back={back} />
  if (kind !== 'open') {
    return (
      <Page {...OVER[kind]}>
        <ButtonLink href={`/sign-in?next=${encodeURIComponent(back)}`}>
          {member ? 'Go on' : 'Ask for a new code'}
        </ButtonLink>
      </Page>
    )
  }
  return (
    <Page title="Sign in to Signpost" lead="One press and you are in, on this device.">
      {member ? <SignedInAsAnother email={member.email} /> : null}
      <form action={pressLink}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="next" value={back} />
        <Button>Sign in</Button>
      </form>
    </Page>
  )
}

const SignedInAlready = ({ email, back }: { readonly email: string; readonly back: string }) => (
  <Page
    title="You are signed in"
    lead={
      <>
        As <EmailAddress address={email} />, on this device. There is nothing more to press.
      </>
    }
  >
    <ButtonLink href={back}>Go on</ButtonLink>
  </Page>
)

const SignedInAsAnother = ({ email }: { readonly email: string }) => (
  <div className="mb-8">
    <Notice tone="warning" title="You are signed in already.">
      <p>
        In this browser you are <EmailAddress address={email} />. The link is of another account:
        press the button, and the browser is signed in to that one instead.
      </p>
    </Notice>
  </div>
)
