import type { Metadata } from 'next'
import { currentViewer } from '@/app/viewer'
import { ButtonLink } from '@/components/button'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { EnquiryForm } from '../_enquiries/enquiry-form'
import { knownWriter } from '../_enquiries/known-writer'
import { Thanks } from '../_enquiries/thanks'

export const metadata: Metadata = {
  title: 'Join',
  description: 'What membership of Signpost gives, who joins, and how to get in touch.',
  alternates: { canonical: '/join' },
}

type Args = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const GIVES = [
  {
    title: 'Every briefing in full',
    text: 'Key points, the evidence, case studies from other places with someone to ask, and each source by name.',
  },
  {
    title: 'The whole archive, searchable to the last word',
    text: 'Search reads every word of every briefing, by topic, series, nation and year.',
  },
  {
    title: 'A Bulletin on Fridays',
    text: 'One mail a week with what is new on the topics each person has chosen. Nothing new means no mail.',
  },
  {
    title: 'Everyone in your organisation',
    text: 'Membership is the organisation’s: officers and councillors each sign in by their own address, with no password to keep.',
  },
]

export default async function JoinPage({ searchParams }: Args) {
  const [{ sent }, viewer] = await Promise.all([searchParams, currentViewer()])
  if (sent === 'yes') {
    return (
      <Thanks back={{ href: '/briefings', label: 'Look through the briefings' }}>
        <p>
          An officer reads it and writes to you within two working days, with what membership costs
          an organisation of your size and how it begins. You have agreed to nothing by writing.
        </p>
      </Thanks>
    )
  }
  return (
    <Page
      title="Join Signpost"
      lead="Councils, housing bodies, charities and universities join so that their people start from the evidence rather than from nothing."
    >
      {viewer.kind === 'member' && viewer.isActive ? <AlreadyMember /> : null}
      <h2 className="font-serif text-xl font-semibold">What members get</h2>
      <dl className="mt-4 mb-12 divide-y divide-rule border-y border-rule">
        {GIVES.map(({ title, text }) => (
          <div key={title} className="py-4">
            <dt className="font-semibold">{title}</dt>
            <dd className="text-quiet">{text}</dd>
          </div>
        ))}
      </dl>
      <h2 className="mb-4 font-serif text-xl font-semibold">Is your organisation a member?</h2>
      <p className="mb-4">Then your e-mail address at work lets you in, and you need ask nobody.</p>
      <p className="mb-12">
        <ButtonLink href="/join/by-address">Join by your address</ButtonLink>
      </p>
      <h2 className="mb-4 font-serif text-xl font-semibold">Get in touch</h2>
      <EnquiryForm
        kind="join"
        known={knownWriter(viewer)}
        messageLabel="What would you like to know?"
        button="Send"
      />
    </Page>
  )
}

const AlreadyMember = () => (
  <div className="mb-10">
    <Notice tone="plain" title="You are a member already.">
      <p>
        Colleagues of yours may{' '}
        <a href="/join/by-address" className="plain-link">
          join by their address
        </a>
        , or be invited by whoever manages your membership.
      </p>
    </Notice>
  </div>
)
