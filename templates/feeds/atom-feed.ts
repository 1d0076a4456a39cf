import { Feed } from 'feed'

export type FeedEntry = {
  readonly title: string
  /** The public summary. */
  readonly summary: string
  /** Whole address of the page, which is also the entry's identity: it must not change. */
  readonly url: string
  readonly authors: readonly string[]
  readonly topics: readonly string[]
  /** ISO date-times. */
  readonly publishedAt: string
  readonly updatedAt: string
}

export type AtomFeedProps = {
  readonly title: string
  readonly description: string
  /** Whole addresses of the page the feed follows, and of the feed itself. */
  readonly pageUrl: string
  readonly feedUrl: string
  readonly entries: readonly FeedEntry[]
}

const latest = (entries: readonly FeedEntry[]): Date =>
  new Date(Math.max(0, ...entries.map(({ updatedAt }) => new Date(updatedAt).getTime())))

/** The feed writes titles and summaries as HTML (RFC 4287, 3.1): plain words must be escaped to stay words. */
const asHtml = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** An Atom feed (RFC 4287). Dated by its newest entry, so the same entries give the same bytes. */
export function atomFeed({ title, description, pageUrl, feedUrl, entries }: AtomFeedProps): string {
  const feed = new Feed({
    id: pageUrl,
    title,
    description,
    link: pageUrl,
    feedLinks: { atom: feedUrl },
    updated: latest(entries),
    language: 'en-GB',
    copyright: 'Signpost',
    author: { name: 'Signpost' },
    generator: 'Signpost',
  })
  for (const entry of entries) {
    feed.addItem({
      id: entry.url,
      title: asHtml(entry.title),
      link: entry.url,
      description: asHtml(entry.summary),
      date: new Date(entry.updatedAt),
      published: new Date(entry.publishedAt),
      author: entry.authors.map((name) => ({ name })),
      category: entry.topics.map((name) => ({ name, term: name })),
    })
  }
  return feed.atom1()
}
