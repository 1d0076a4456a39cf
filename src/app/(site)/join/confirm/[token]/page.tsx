import type { Metadata } from 'next'
import { thePayload } from '@/app/payload'
import { Button, ButtonLink } from '@/components/button'
import { Page } from '@/components/page'
import { type JoinView, readJoin } from '@/members/joining/confirm-join'
import { pressJoin } from '../../by-address/actions'

export const metadata: Metadata = {
  title: 'Join',
  robots: { index: false },
  referrer: 'same-origin',
}

type Args = { readonly params: Promise<{ token: string }> }

/** Mail scanners follow links: looking at this page changes nothing, only its button does. */
export default async function ConfirmJoinPage({ params }: Args) {
  const { token } = await params
  const view = await readJoin({ payload: await thePayload(), token, now: new Date() })
  if (view.kind === 'open') return <Confirm view={view} token={token} />
  if (view.kind === 'waiting') return <Waiting organisation={view.organisation} />
  if (view.kind === 'asks-back') return <AsksBack organisation={view.organisation} />
  if (view.kind === 'not-theirs') return <NotTheirs organisation={view.organisation} />
  if (view.kind === 'joined') return <Joined />
  if (view.kind === 'not-running') return <NotRunning organisation={view.organisation} />
  return <Over isExpired={view.kind === 'expired'} />
}

type Open = Extract<JoinView, { readonly organisation: string }>

const Confirm = ({ view, token }: { readonly view: Open; readonly token: string }) => (
  <Page
    title="Join Signpost"
    lead={`${view.organisation} has membership. Press the button to say that this address is yours, and to ask for a seat.`}
  >
    <form action={pressJoin}>
      <input type="hidden" name="token" value={token} />
      <Button>Confirm and join</Button>
    </form>
    <p className="mt-8 font-sans text-ui text-quiet">
      You join as {view.name}; you can change the name in your account.
    </p>
  </Page>
)

const LookThrough = () => (
  <p className="mt-8">
    <ButtonLink href="/briefings" kind="quiet">
      Look through the briefings
    </ButtonLink>
  </p>
)

const Waiting = ({ organisation }: { readonly organisation: string }) => (
  <Page
    title="You are waiting for a seat"
    lead={`All seats of ${organisation} are taken. Your address is confirmed, and we pass on that you wait.`}
  >
    <p className="font-sans text-ui text-quiet">
      As soon as a seat is free it is yours, and we write to you. There is nothing more to do. Until
      then you can read titles and summaries, and every article of the blog.
    </p>
    <LookThrough />
  </Page>
)

const AsksBack = ({ organisation }: { readonly organisation: string }) => (
  <Page
    title="Your organisation has to agree"
    lead={`Your access through ${organisation} was ended before, so you cannot come back by yourself. Your address is confirmed, and the question is on its way.`}
  >
    <p className="font-sans text-ui text-quiet">
      If the answer is yes, you have all that you had, and we write to you. Until then you can read
      titles and summaries, and every article of the blog.
    </p>
    <LookThrough />
  </Page>
)

const NotTheirs = ({ organisation }: { readonly organisation: string }) => (
  <Page
    title="Your organisation has to invite you"
    lead={`People with an address like yours no longer join ${organisation} by themselves. Ask its managers to invite you.`}
  >
    <ButtonLink href="/contact" kind="quiet">
      Ask us about it
    </ButtonLink>
  </Page>
)

const Joined = () => (
  <Page title="You have joined already" lead="This link has done its work. Sign in to read.">
    <ButtonLink href="/sign-in">Sign in</ButtonLink>
  </Page>
)

const NotRunning = ({ organisation }: { readonly organisation: string }) => (
  <Page
    title="The membership is not running"
    lead={`The membership of ${organisation} is not running at the moment, so nobody can join by it.`}
  >
    <ButtonLink href="/contact" kind="quiet">
      Ask us about it
    </ButtonLink>
  </Page>
)

const Over = ({ isExpired }: { readonly isExpired: boolean }) => (
  <Page
    title={isExpired ? 'This link has run out' : 'This link does not work'}
    lead={
      isExpired
        ? 'Links to join work for a week.'
        : 'Perhaps part of it was lost on the way. Copy the whole address from the mail, or ask for a new one.'
    }
  >
    <ButtonLink href="/join/by-address">Ask for a new link</ButtonLink>
  </Page>
)
