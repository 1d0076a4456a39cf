import type { WithdrawnBriefing } from '@/briefings/read-withdrawn'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'

export const WITHDRAWN = { title: 'Withdrawn briefing', robots: { index: false } } as const

const TRAIL = [{ href: '/briefings', label: 'Briefings' }]

/** In the place of a briefing that was taken back: that it was, why, and where to read on. */
export const WithdrawnPage = ({ withdrawn }: { readonly withdrawn: WithdrawnBriefing }) => (
  <Page title={withdrawn.title} kicker={withdrawn.reference} breadcrumbs={TRAIL}>
    <Notice tone="warning" title="This briefing has been withdrawn">
      <p>{withdrawn.reason}</p>
      {withdrawn.replacedBy ? (
        <p>
          Read instead: <a href={withdrawn.replacedBy.url}>{withdrawn.replacedBy.title}</a>
        </p>
      ) : (
        <p>
          <a href="/briefings">Search the archive</a> for what we know now.
        </p>
      )}
    </Notice>
  </Page>
)
