import type { Metadata } from 'next'
import { currentViewer } from '@/app/viewer'
import { Page } from '@/components/page'
import { EnquiryForm } from '../_enquiries/enquiry-form'
import { knownWriter } from '../_enquiries/known-writer'
import { Thanks } from '../_enquiries/thanks'

export const metadata: Metadata = {
  title: 'Contact',
  description: 'Write to the research officers and editors of Signpost.',
  alternates: { canonical: '/contact' },
}

type Args = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ContactPage({ searchParams }: Args) {
  const [{ sent }, viewer] = await Promise.all([searchParams, currentViewer()])
  if (sent === 'yes') {
    return (
      <Thanks back={{ href: '/', label: 'Back to the first page' }}>
        <p>An officer reads it and answers by mail within two working days.</p>
      </Thanks>
    )
  }
  return (
    <Page
      title="Contact us"
      lead="Ask about a briefing, suggest a subject, or tell us what works where you are."
    >
      <EnquiryForm kind="contact" known={knownWriter(viewer)} button="Send message" />
    </Page>
  )
}
