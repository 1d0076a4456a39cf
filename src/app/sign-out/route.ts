import { errorAnswer, isSameOrigin } from '@/app/answers'
import { signOutBrowser } from '@/app/member-browser'
import { settings } from '@/config/settings'

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request, settings().siteUrl)) {
    return errorAnswer(403, 'Please sign out on a page of this site.')
  }
  await signOutBrowser()
  return new Response(null, {
    status: 303,
    headers: { Location: '/', 'Cache-Control': 'private, no-store' },
  })
}
