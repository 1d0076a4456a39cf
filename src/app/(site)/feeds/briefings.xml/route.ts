import { visitor } from '@/access/viewer'
import { briefingEntry, feedAnswer } from '@/app/feeds'
import { thePayload } from '@/app/payload'
import { listBriefings } from '@/briefings/list-briefings'
import { settings } from '@/config/settings'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const { siteUrl } = settings()
  const { briefings } = await listBriefings({
    payload: await thePayload(),
    viewer: visitor,
    limit: 30,
    now: new Date(),
  })
  return feedAnswer(
    {
      title: 'Signpost briefings',
      description: 'The newest policy and research briefings.',
      pageUrl: `${siteUrl}/briefings`,
      feedUrl: `${siteUrl}/feeds/briefings.xml`,
      entries: briefings.map((briefing) => briefingEntry(briefing, siteUrl)),
    },
    request,
  )
}
