import type { Metadata } from 'next'
import { Page } from '@/components/page'
import { CHANGE_DAYS } from '@/members/address/change-address'
import { signedInMember } from '../signed-in-member'
import { ActionForm } from '../../action-form'
import { askForAddress } from './actions'

export const metadata: Metadata = { title: 'Change your address', robots: { index: false } }

type Args = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

const TRAIL = [{ href: '/account', label: 'Your account' }]

export default async function AddressPage({ searchParams }: Args) {
  const [{ member }, { sent }] = await Promise.all([
    signedInMember('/account/address'),
    searchParams,
  ])
  if (sent === 'yes') {
    return (
      <Page
        title="Look in both mailboxes"
        lead="A mail is on its way to your old address and to the new one."
        breadcrumbs={TRAIL}
      >
        <p className="font-sans text-ui text-quiet">
          Press the button in both within {CHANGE_DAYS} days, in either order. Until then nothing
          changes.
        </p>
      </Page>
    )
  }
  return (
    <Page
      title="Change your address"
      lead={`Your account is under ${member.email}. It moves once you have said yes from this address and from the new one.`}
      breadcrumbs={TRAIL}
    >
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
