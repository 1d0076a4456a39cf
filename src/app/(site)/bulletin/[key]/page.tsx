import type { Metadata } from 'next'
import { cache } from 'react'
import { LOST, lostPage } from '@/app/lost-page'
import { thePayload } from '@/app/payload'
import { currentViewer } from '@/app/viewer'
import { listBriefings } from '@/briefings/list-briefings'
import { type PastIssue, readPastIssue } from '@/bulletin/past-issues'
import { BriefingItem } from '@/components/briefing-item'
import { Page } from '@/components/page'
import { EmptyState } from '@/components/section'
import { toLongDate } from '@/lib/london-time'

type Props = { readonly params: Promise<{ key: string }> }

const reading = cache(async (key: string) => readPastIssue(await thePayload(), key))

const titleOf = ({ date }: PastIssue) => `Bulletin, ${toLongDate(date)}`

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const issue = await reading((await params).key)
  if (!issue) return LOST
  return {
    title: titleOf(issue),
    description: `What Signpost told its subscribers on ${toLongDate(issue.date)}.`,
    alternates: { canonical: `/bulletin/${issue.slug}` },
  }
}

/** What the issue announced, as it may be read today: a briefing withdrawn since is no longer listed. */
async function briefingsOf({ briefingIds: ids }: PastIssue) {
  const { briefings } = await listBriefings({
    payload: await thePayload(),
    viewer: await currentViewer(),
    ids,
    limit: ids.length,
    now: new Date(),
  })
  return briefings
}

export default async function IssuePage({ params }: Props) {
  const issue = await reading((await params).key)
  if (!issue) return lostPage()
  const briefings = await briefingsOf(issue)
  return (
    <Page
      title={titleOf(issue)}
      breadcrumbs={[{ href: '/bulletin', label: 'Bulletin' }]}
      reportPath={`/bulletin/${issue.slug}`}
    >
      {briefings.length === 0 ? (
        <EmptyState>Nothing of this issue can be read any more.</EmptyState>
      ) : (
        briefings.map((briefing) => (
          <BriefingItem key={briefing.id} briefing={briefing} level={2} />
        ))
      )}
    </Page>
  )
}
