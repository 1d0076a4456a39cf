import type { Metadata } from 'next'
import { currentViewer } from '@/app/viewer'
import { Page } from '@/components/page'
import { safePath } from '@/lib/safe-path'
import { EnquiryForm } from '../_enquiries/enquiry-form'
import { knownWriter } from '../_enquiries/known-writer'
import { Thanks } from '../_enquiries/thanks'

export const metadata: Metadata = { title: 'Report an error', robots: { index: false } }

type Args = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ReportErrorPage({ searchParams }: Args) {
  const [{ sent, page }, viewer] = await Promise.all([searchParams, currentViewer()])
  if (sent === 'yes') {
    return (
      <Thanks back={{ href: '/', label: 'Back to the first page' }}>
        <p>
          An officer checks it against the source. If the page is wrong we mend it, and say on the
          page what changed.
        </p>
      </Thanks>
    )
  }
  const about = safePath(page, '')
  return (
    <Page
      title="Report an error"
      lead="A wrong figure, a dead link, a name spelt badly: small or large, we would like to know."
    >
      {about ? (
        <p className="mb-8 border-y border-rule py-4 font-sans text-ui">
          <span className="font-semibold">The page:</span>{' '}
          <a href={about} className="plain-link break-all">
            {about}
          </a>
        </p>
      ) : null}
      <EnquiryForm
        kind="error"
        known={knownWriter(viewer)}
        page={about}
        messageLabel="What is wrong?"
        messageHint="The sentence or heading it stands in helps us find it."
        button="Send report"
      />
    </Page>
  )
}
