import 'server-only'
import type { AtomFeedProps } from '@templates/feeds/atom-feed'
import { visitor } from '@/access/viewer'
import { listBriefings, type ListBriefingsArgs } from '@/briefings/list-briefings'
import { type PastIssue, pastIssues } from '@/bulletin/past-issues'
import { issueEntry } from './feeds'

const SHOWN = 30

type TitlesArgs = Pick<ListBriefingsArgs, 'payload' | 'viewer' | 'now'> & {
  readonly issues: readonly PastIssue[]
}

/** The titles of what these issues announced, by id, as far as the reader may see them today. */
export async function titlesOfIssues({
  issues,
  ...asked
}: TitlesArgs): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(issues.flatMap(({ briefingIds }) => briefingIds))]
  const { briefings } = await listBriefings({ ...asked, ids, limit: ids.length })
  return new Map(briefings.map(({ id, title }) => [id, title]))
}

type FeedArgs = Pick<ListBriefingsArgs, 'payload'> & {
  readonly siteUrl: string
  readonly now: Date
}

/** The issues that went out, each with the titles anybody may read today. The same for everyone. */
export async function bulletinFeed({ payload, siteUrl, now }: FeedArgs): Promise<AtomFeedProps> {
  const issues = await pastIssues(payload, SHOWN)
  const titles = await titlesOfIssues({ payload, viewer: visitor, now, issues })
  return {
    title: 'Signpost Bulletin',
    description: 'Each weekly issue: new and updated briefings, by title.',
    pageUrl: `${siteUrl}/bulletin`,
    feedUrl: `${siteUrl}/feeds/bulletin.xml`,
    entries: issues.flatMap((issue) => issueEntry(issue, titles, siteUrl) ?? []),
  }
}
