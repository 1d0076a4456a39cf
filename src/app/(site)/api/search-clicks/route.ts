import { errorAnswer, isSameOrigin } from '@/app/answers'
import { readKeyedClick } from '@/app/read-click'
import { rememberClick } from '@/app/search-log'
import { readSmallJson } from '@/app/small-body'
import { settings } from '@/config/settings'

const MOST_BYTES = 1024

/** Told by the archive page when a result is opened: `{ key, rank, briefingId }`. Answered alike whatever becomes of it. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request, settings().siteUrl)) return errorAnswer(403, 'That is not for you.')
  const click = readKeyedClick(await readSmallJson(request, MOST_BYTES))
  if (click) await rememberClick(click)
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'private, no-store' } })
}
