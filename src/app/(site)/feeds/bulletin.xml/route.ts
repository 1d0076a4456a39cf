import { bulletinFeed } from '@/app/bulletin-feed'
import { feedAnswer } from '@/app/feeds'
import { thePayload } from '@/app/payload'
import { settings } from '@/config/settings'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const { siteUrl } = settings()
  const payload = await thePayload()
  return feedAnswer(await bulletinFeed({ payload, siteUrl, now: new Date() }), request)
}
