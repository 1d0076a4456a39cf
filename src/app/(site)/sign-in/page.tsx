import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentViewer } from '@/app/viewer'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { safePath } from '@/lib/safe-path'
import { CODE_LASTS_MINUTES } from '@/members/request-sign-in'
import { AskForm } from './ask-form'
import { theAsk } from './asked-address'
import { CodeForm } from './code-form'

type Args = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The code step is a page of its own to whoever hears its title. */
export async function generateMetadata({ searchParams }: Args): Promise<Metadata> {
  const { step } = await searchParams
  const isCode = step === 'code' && (await theAsk()) !== null
  return { title: isCode ? 'Enter your code' : 'Sign in', robots: { index: false } }
}

export default async function SignInPage({ searchParams }: Args) {
  const { step, next: wanted } = await searchParams
  const next = safePath(wanted, '/account')
  const [viewer, asked] = await Promise.all([currentViewer(), theAsk()])
  if (viewer.kind === 'member') redirect(next)
  if (step === 'code' && asked) return <EnterCode next={next} address={asked.email} />
  return (
    <Page title="Sign in" lead="No password to remember: we mail you a code.">
      {step === 'code' ? (
        <div className="mb-8">
          <Notice tone="warning">
            <p>Too much time has passed. Please ask for a new code.</p>
          </Notice>
        </div>
      ) : null}
      {viewer.kind === 'staff' ? <SignedInAsStaff /> : null}
      <AskForm next={next} />
      <Elsewhere />
    </Page>
  )
}

const EnterCode = ({ next, address }: { readonly next: string; readonly address: string }) => (
  <Page
    title="Look in your mail"
    lead={
      <>
        If <strong className="font-semibold text-ink">{address}</strong> is a member’s address, a
        mail with a code and a link is on its way.
      </>
    }
  >
    <CodeForm next={next} />
    <div className="mt-10 space-y-3 border-t border-rule pt-6 font-sans text-ui text-quiet">
      <p>
        Type the code here, or press the link in the mail on any device. Both work once, for{' '}
        {CODE_LASTS_MINUTES} minutes.
      </p>
      <p>
        Nothing came? Look among unwanted mail, then{' '}
        <a href={`/sign-in?next=${encodeURIComponent(next)}`} className="plain-link">
          ask again or use another address
        </a>
        .
      </p>
    </div>
  </Page>
)

const SignedInAsStaff = () => (
  <div className="mb-8">
    <Notice tone="warning" title="You are signed in as staff.">
      <p>To read as a member in this browser, first sign out at your desk.</p>
    </Notice>
  </div>
)

const Elsewhere = () => (
  <div className="mt-10 space-y-3 border-t border-rule pt-6 font-sans text-ui text-quiet">
    <p>
      Not a member yet?{' '}
      <a href="/join" className="plain-link">
        See what members get and how to join
      </a>
      .
    </p>
    <p>
      Research officers and editors{' '}
      <a href="/admin" className="plain-link">
        sign in at their desk
      </a>
      .
    </p>
  </div>
)
