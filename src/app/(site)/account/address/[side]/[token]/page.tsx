import type { Metadata } from 'next'
import { LOST, lostPage } from '@/app/lost-page'
import { thePayload } from '@/app/payload'
import { Button, ButtonLink } from '@/components/button'
import { EmailAddress } from '@/components/e-mail-address'
import { Page } from '@/components/page'
import { readChange } from '@/members/address/change-address'
import { answerChange } from '../../actions'

type Args = { readonly params: Promise<{ side: string; token: string }> }

const isSide = (side: string): side is 'old' | 'new' => side === 'old' || side === 'new'

export async function generateMetadata({ params }: Args): Promise<Metadata> {
  if (!isSide((await params).side)) return LOST
  return { title: 'Your address', robots: { index: false }, referrer: 'same-origin' }
}

/** Mail scanners follow links: looking at this page changes nothing, only its buttons do. */
export default async function AnswerChangePage({ params }: Args) {
  const { side, token } = await params
  if (!isSide(side)) return lostPage()
  const view = await readChange({ payload: await thePayload(), side, token, now: new Date() })
  if (view.kind === 'done') return <Done />
  if (view.kind === 'over') return <Over />
  if (view.kind !== 'open') return <Half />
  return (
    <Page
      title="Move your account?"
      lead={
        <>
          From{' '}
          <strong className="font-semibold text-ink">
            <EmailAddress address={view.oldEmail} />
          </strong>{' '}
          to{' '}
          <strong className="font-semibold text-ink">
            <EmailAddress address={view.newEmail} />
          </strong>
        </>
      }
    >
      <form action={answerChange} className="flex flex-wrap gap-3">
        <input type="hidden" name="side" value={side} />
        <input type="hidden" name="token" value={token} />
        <Button name="act" value="confirm">
          Yes, move it
        </Button>
        <Button kind="quiet" name="act" value="stop">
          No, leave it
        </Button>
      </form>
    </Page>
  )
}

const Done = () => (
  <Page title="Your account has moved" lead="From now on, sign in with the new address.">
    <ButtonLink href="/account" kind="quiet">
      Your account
    </ButtonLink>
  </Page>
)

const Half = () => (
  <Page
    title="Thank you"
    lead="This address has said yes. Now press the button in the mail to the other one."
  >
    <p className="font-sans text-ui text-quiet">Until then nothing changes.</p>
  </Page>
)

const Over = () => (
  <Page
    title="Nothing has changed"
    lead="This link has run out, the change was refused or taken back, or part of the link was lost on the way."
  >
    <ButtonLink href="/account/address" kind="quiet">
      Ask again
    </ButtonLink>
  </Page>
)
