import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { lostPage } from '@/app/lost-page'
import { thePayload } from '@/app/payload'
import { readBriefing } from '@/briefings/read-briefing'
import { ButtonLink } from '@/components/button'
import { Page } from '@/components/page'
import { PASS_DAYS } from '@/members/colleague/send-to-colleague'
import { signedInMember } from '../../../account/signed-in-member'
import { ActionForm } from '../../../action-form'
import { sendBriefing } from './actions'

export const metadata: Metadata = { title: 'Send to a colleague', robots: { index: false } }

type Args = { readonly params: Promise<{ slug: string }> }

export default async function SendPage({ params }: Args) {
  const { slug } = await params
  const viewer = await signedInMember(`/briefings/${encodeURIComponent(slug)}/send`)
  const read = await readBriefing({ payload: await thePayload(), slug, viewer, now: new Date() })
  if (read.kind === 'missing' || read.kind === 'withdrawn') return lostPage()
  if (read.kind === 'teaser') redirect(read.teaser.url)
  const { title, url } = read.briefing
  const { organisation } = viewer.member
  const domains = typeof organisation === 'object' ? (organisation.domains ?? []) : []
  return (
    <Page
      title="Send to a colleague"
      lead={title}
      breadcrumbs={[
        { href: '/briefings', label: 'Briefings' },
        { href: url, label: 'The briefing' },
      ]}
    >
      <p className="mb-8">{whatItOpens(domains)}</p>
      <ActionForm
        action={sendBriefing}
        along={{ briefing: slug }}
        fields={[
          {
            name: 'email',
            label: 'Your colleague’s e-mail address',
            type: 'email',
            autoComplete: 'off',
          },
        ]}
        button="Send"
        busy="Sending …"
        sent={<Sent url={url} />}
      />
    </Page>
  )
}

const Sent = ({ url }: { readonly url: string }) => (
  <>
    <p>
      A mail with the title, the summary and a link goes to your colleague, unless they want none
      from us, have had several today, or have had this one from you lately.
    </p>
    <p className="mt-8 flex flex-wrap gap-3">
      <ButtonLink href={url}>Back to the briefing</ButtonLink>
      <ButtonLink href={`${url}/send`} kind="quiet">
        Send it to somebody else
      </ButtonLink>
    </p>
  </>
)

const whatItOpens = (domains: readonly string[]): string =>
  domains.length === 0
    ? 'We mail the title, the summary and a link. The page says how to read the whole.'
    : `Whoever has an address that ends in ${domains.join(' or ')} can read this one briefing at once, for ${PASS_DAYS} days, without an account. Everybody else gets the title and the summary, and learns how to read the whole.`
