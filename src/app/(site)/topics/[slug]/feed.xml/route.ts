import { visitor } from '@/access/viewer'
import { errorAnswer } from '@/app/answers'
import { articleEntry, briefingEntry, feedAnswer } from '@/app/feeds'
import { thePayload } from '@/app/payload'
import { theTopicTree } from '@/app/topic-tree'
import { listArticles } from '@/articles/list-articles'
import { listBriefings } from '@/briefings/list-briefings'
import { settings } from '@/config/settings'
import { everyNode } from '@/topics/topic-tree'

export const dynamic = 'force-dynamic'

type Args = { readonly params: Promise<{ slug: string }> }

const byDate = (one: { publishedAt: string }, other: { publishedAt: string }) =>
  other.publishedAt.localeCompare(one.publishedAt)

/** What is new on a topic and those below it, briefings and articles together. */
export async function GET(request: Request, { params }: Args): Promise<Response> {
  const { slug } = await params
  const now = new Date()
  const topic = everyNode(await theTopicTree(now)).find((node) => node.slug === slug)
  if (!topic) return errorAnswer(404, 'There is no such topic.')
  const { siteUrl } = settings()
  const asked = {
    payload: await thePayload(),
    viewer: visitor,
    topicIds: everyNode([topic]).map(({ id }) => id),
    limit: 30,
    now,
  }
  const [{ briefings }, { articles }] = await Promise.all([
    listBriefings(asked),
    listArticles(asked),
  ])
  return feedAnswer(
    {
      title: `Signpost: ${topic.name}`,
      description: topic.scopeNote ?? `Briefings and articles on ${topic.name}.`,
      pageUrl: `${siteUrl}/topics/${slug}`,
      feedUrl: `${siteUrl}/topics/${slug}/feed.xml`,
      entries: [
        ...briefings.map((briefing) => briefingEntry(briefing, siteUrl)),
        ...articles.map((article) => articleEntry(article, siteUrl)),
      ]
        .toSorted(byDate)
        .slice(0, 30),
    },
    request,
  )
}
