import { visitor } from '@/access/viewer'
import { articleEntry, feedAnswer } from '@/app/feeds'
import { thePayload } from '@/app/payload'
import { listArticles } from '@/articles/list-articles'
import { settings } from '@/config/settings'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const { siteUrl } = settings()
  const { articles } = await listArticles({
    payload: await thePayload(),
    viewer: visitor,
    limit: 30,
    now: new Date(),
  })
  return feedAnswer(
    {
      title: 'Signpost blog',
      description: 'What our research officers think about.',
      pageUrl: `${siteUrl}/blog`,
      feedUrl: `${siteUrl}/feeds/articles.xml`,
      entries: articles.map((article) => articleEntry(article, siteUrl)),
    },
    request,
  )
}
