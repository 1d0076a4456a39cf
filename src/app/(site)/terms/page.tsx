import type { Metadata } from 'next'
import { Page } from '@/components/page'
import { Prose } from '@/components/prose'

export const metadata: Metadata = {
  title: 'Terms',
  description: 'What you may do with Signpost, and what you may expect of it.',
  alternates: { canonical: '/terms' },
}

export default function TermsPage() {
  return (
    <Page
      title="Terms"
      lead="What you may do with Signpost, and what you may expect of it. In plain words, because terms that nobody reads protect nobody."
      reportPath="/terms"
    >
      <Prose>
        <h2 id="reading">Reading and quoting</h2>
        <p>
          You may read and share anything that is open to all, and quote from it with the title, the
          reference and a link. Each briefing offers a citation ready to copy.
        </p>
        <h2 id="membership">Membership</h2>
        <p>
          Membership belongs to an organisation and runs between the two dates agreed with it.
          Everyone who works there may have an account. An account is for one person: please do not
          share your sign-in links or codes.
        </p>
        <p>
          Members may use briefings freely inside their organisation, print them, and quote from
          them in reports, committee papers and advice. Please do not republish whole briefings, or
          pass them on outside the organisation, without asking.
        </p>
        <p>
          When a membership ends, the full briefings close and the weekly Bulletin stops. Accounts
          and choices are kept, so that reading can go on if the membership is renewed.
        </p>
        <h2 id="care">Care and its limits</h2>
        <p>
          We take care to be right, name our sources and correct our mistakes. A briefing describes
          law and evidence at the date it bears. It is not legal advice, and a decision that matters
          deserves a look at the source itself.
        </p>
        <h2 id="service">The service</h2>
        <p>
          We mean the service to be there whenever you need it, but cannot promise that it never
          stops. Please do not copy it by machine in bulk, try to reach what is not open to you, or
          burden it so that others cannot read. The <a href="/feeds/briefings.xml">feeds</a> are
          there for machines.
        </p>
        <h2 id="demonstration">This demonstration</h2>
        <p>
          This is a demonstration. No membership is sold here, and its content must not be relied
          on.
        </p>
      </Prose>
    </Page>
  )
}
