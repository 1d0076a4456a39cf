import type { Metadata } from 'next'
import { theSessionToken } from '@/app/member-browser'
import { thePayload } from '@/app/payload'
import { Answer } from '@/components/answer'
import { Button } from '@/components/button'
import { LongDate } from '@/components/date'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { listSessions, type SeenSession } from '@/members/list-sessions'
import { signOutEverywhere } from '../actions'
import { signedInMember } from '../signed-in-member'
import { endOne } from './actions'

export const metadata: Metadata = { title: 'Where you are signed in', robots: { index: false } }

type Args = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SessionsPage({ searchParams }: Args) {
  const [{ member }, { ended }] = await Promise.all([
    signedInMember('/account/sessions'),
    searchParams,
  ])
  const sessions = await listSessions({
    payload: await thePayload(),
    memberId: member.id,
    token: await theSessionToken(),
    now: new Date(),
  })
  return (
    <Page
      title="Where you are signed in"
      lead="Each browser stays signed in for 30 days from its last use, and for half a year at most."
      breadcrumbs={[{ href: '/account', label: 'Your account' }]}
    >
      {ended === 'yes' ? (
        <Answer to={`signed out, ${sessions.length} left`}>
          <Notice tone="good">
            <p>That browser is signed out.</p>
          </Notice>
        </Answer>
      ) : null}
      <ul className="mb-8 border-t border-rule font-sans text-ui">
        {sessions.map((session) => (
          <Session key={session.id} session={session} />
        ))}
      </ul>
      <form action={signOutEverywhere}>
        <Button kind="danger">Sign out everywhere</Button>
      </form>
    </Page>
  )
}

const Session = ({ session }: { readonly session: SeenSession }) => (
  <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3">
    <div>
      <p className="font-semibold">{session.device}</p>
      <p className="text-quiet">
        Signed in on <LongDate value={session.signedInAt} />, last used on{' '}
        <LongDate value={session.lastSeenAt} />
      </p>
    </div>
    {session.isThis ? (
      <p className="text-quiet">This browser</p>
    ) : (
      <form action={endOne}>
        <input type="hidden" name="session" value={session.id} />
        <Button kind="quiet">
          Sign out<span className="sr-only"> {session.device}</span>
        </Button>
      </form>
    )}
  </li>
)
