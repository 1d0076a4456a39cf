import type { Metadata } from 'next'
import { Page } from '@/components/page'
import { JOIN_DAYS } from '@/members/joining/ask-to-join'
import { ActionForm } from '../../action-form'
import { askByAddress } from './actions'

export const metadata: Metadata = {
  title: 'Join by your address',
  description: 'If your organisation has membership, your e-mail address at work lets you in.',
  alternates: { canonical: '/join/by-address' },
}

const TRAIL = [{ href: '/join', label: 'Join' }]

export default function JoinByAddressPage() {
  return (
    <Page
      title="Join by your address"
      lead="If your organisation has membership, you need nobody’s leave: your e-mail address at work lets you in."
      breadcrumbs={TRAIL}
    >
      <ActionForm
        action={askByAddress}
        fields={[
          { name: 'name', label: 'Your name', autoComplete: 'name' },
          {
            name: 'email',
            label: 'E-mail address at work',
            type: 'email',
            autoComplete: 'email',
            hint: 'We mail a link to it. If no seat is free, whoever manages your membership sees your name and this address.',
          },
        ]}
        button="Mail me a link"
        busy="Sending …"
        sent={<LookInYourMail />}
      />
    </Page>
  )
}

const LookInYourMail = () => (
  <>
    <h2 className="font-serif text-xl font-semibold">Look in your mail</h2>
    <p>
      If your organisation has membership, a mail with a link is on its way. Press the link within{' '}
      {JOIN_DAYS} days, on any device, to say that the address is yours.
    </p>
    <p className="font-sans text-ui text-quiet">
      Nothing came? Look among unwanted mail. It may also be that your organisation has no
      membership, or that we do not know this address as one of its own:{' '}
      <a href="/contact" className="plain-link">
        ask us
      </a>
      , or{' '}
      <a href="/join" className="plain-link">
        see how an organisation joins
      </a>
      .
    </p>
  </>
)
