import type { Metadata } from 'next'
import { thePayload } from '@/app/payload'
import { Button, ButtonLink } from '@/components/button'
import { EmailAddress } from '@/components/e-mail-address'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { readAddressLink } from '@/members/address/confirm-yearly'
import { pressConfirm } from './actions'

export const metadata: Metadata = {
  title: 'Your address',
  robots: { index: false },
  referrer: 'same-origin',
}

type Args = {
  readonly params: Promise<{ token: string }>
  readonly searchParams: Promise<{ said?: string | string[] }>
}

/** Mail scanners follow links: looking at this page changes nothing, only its button does. */
export default async function ConfirmAddressPage({ params, searchParams }: Args) {
  const [{ token }, { said }] = await Promise.all([params, searchParams])
  if (said === 'confirmed' || said === 'back') return <Confirmed isBack={said === 'back'} />
  const view = await readAddressLink({ payload: await thePayload(), token, now: new Date() })
  if (view.kind !== 'open') return <Over isRemoved={view.kind === 'removed'} />
  return (
    <Page
      title="Is this still your address?"
      lead={
        <>
          <strong className="font-semibold text-ink">
            <EmailAddress address={view.email} />
          </strong>
          , at {view.organisation}
        </>
      }
    >
      {said === 'full' ? (
        <div className="mb-8">
          <Notice tone="warning" title="No seat is free.">
            <p>
              Your seat became free when we had no answer, and all of them are taken now. Ask
              whoever manages your membership for one.
            </p>
          </Notice>
        </div>
      ) : null}
      <form action={pressConfirm}>
        <input type="hidden" name="token" value={token} />
        <Button>{view.hasLeft ? 'Yes, and bring me back' : 'Yes, it is still mine'}</Button>
      </form>
      <p className="mt-8 font-sans text-ui text-quiet">
        If you no longer work there, there is nothing to do: your access ends by itself.
      </p>
    </Page>
  )
}

const Confirmed = ({ isBack }: { readonly isBack: boolean }) => (
  <Page
    title={isBack ? 'You are back' : 'Thank you'}
    lead={
      isBack
        ? 'You have a seat again, with all you had, and your address is confirmed for another year. Sign in, and you read every briefing in full.'
        : 'Your address is confirmed for another year.'
    }
  >
    {isBack ? (
      <ButtonLink href="/sign-in?next=/briefings">Sign in</ButtonLink>
    ) : (
      <ButtonLink href="/briefings">Look through the briefings</ButtonLink>
    )}
  </Page>
)

const Over = ({ isRemoved }: { readonly isRemoved: boolean }) => (
  <Page
    title={isRemoved ? 'You are no longer a member' : 'This link does not work'}
    lead={
      isRemoved
        ? 'Your access was ended. If that is a mistake, ask whoever manages your organisation’s membership.'
        : 'It has run out, or part of it was lost on the way. Signing in confirms your address as well.'
    }
  >
    <ButtonLink href="/sign-in" kind="quiet">
      Sign in
    </ButtonLink>
  </Page>
)
