import type { Metadata } from 'next'
import { thePayload } from '@/app/payload'
import { Answer } from '@/components/answer'
import { Button } from '@/components/button'
import { EmailAddress } from '@/components/e-mail-address'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { CHANGE_DAYS } from '@/members/address/change-address'
import { pendingAddress } from '@/members/address/pending-change'
import { signedInMember } from '../signed-in-member'
import { ActionForm } from '../../action-form'
import { askForAddress, takeBack } from './actions'

export const metadata: Metadata = { title: 'Change your address', robots: { index: false } }

type Args = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

const TRAIL = [{ href: '/account', label: 'Your account' }]

export default async function AddressPage({ searchParams }: Args) {
  const [{ member }, { sent, stopped }] = await Promise.all([
    signedInMember('/account/address'),
    searchParams,
  ])
  const payload = await thePayload()
  const pending = await pendingAddress({ payload, memberId: member.id, now: new Date() })
  if (sent === 'yes' && pending) return <LookInBoth from={member.email} to={pending} />
  return (
    <Page
      title="Change your address"
      lead={`Your account is under ${member.email}. It moves once you have said yes from this address and from the new one.`}
      breadcrumbs={TRAIL}
    >
      {pending ? <UnderWay to={pending} /> : null}
      {stopped === 'yes' && !pending ? (
        <Answer to="stopped">
          <Notice tone="good">
            <p>The change is taken back. Your address stays as it is.</p>
          </Notice>
        </Answer>
      ) : null}
      <ActionForm
        action={askForAddress}
        fields={[
          { name: 'email', label: 'New e-mail address', type: 'email', autoComplete: 'email' },
        ]}
        button="Mail both addresses"
        busy="Sending …"
      />
      <p className="mt-8 font-sans text-ui text-quiet">
        Can you no longer read mail at the old address?{' '}
        <a href="/contact" className="plain-link">
          Write to us
        </a>
        .
      </p>
    </Page>
  )
}

const LookInBoth = ({ from, to }: { readonly from: string; readonly to: string }) => (
  <Page
    title="Look in both mailboxes"
    lead={
      <>
        A mail is on its way to <EmailAddress address={from} /> and to{' '}
        <strong className="font-semibold text-ink">
          <EmailAddress address={to} />
        </strong>
        .
      </>
    }
    breadcrumbs={TRAIL}
  >
    <p className="mb-8 font-sans text-ui text-quiet">
      Press the button in both within {CHANGE_DAYS} days, in either order. Until then nothing
      changes. Is there a slip in the new address?{' '}
      <a href="/account/address" className="plain-link">
        Give it again
      </a>
      , or take the change back.
    </p>
    <TakeBack />
  </Page>
)

/** A change that waits for a yes, wherever it was asked for. */
const UnderWay = ({ to }: { readonly to: string }) => (
  <div className="mb-8">
    <Notice tone="warning" title="A change is under way.">
      <p>
        You have asked to move to <EmailAddress address={to} />. Press the buttons in the two mails,
        ask below for another address instead, or take it back.
      </p>
      <TakeBack />
    </Notice>
  </div>
)

const TakeBack = () => (
  <form action={takeBack}>
    <Button kind="quiet">Take the change back</Button>
  </form>
)
