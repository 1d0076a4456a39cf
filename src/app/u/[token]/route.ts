import { BY_LINK } from '@/app/by-link'
import { thePayload } from '@/app/payload'
import { unsubscribeByToken } from '@/bulletin/reader-link'
import { settings } from '@/config/settings'

type Context = { readonly params: Promise<{ token: string }> }

/** RFC 8058: a mail program posts here for its reader. No session, no origin, no redirect, the same answer to all. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const payload = await thePayload()
  await unsubscribeByToken({ payload, secret: settings().secret, token, now: new Date() })
  return new Response(null, { status: 200, headers: BY_LINK })
}

/** A person who followed the link, or a scanner that follows all: shown the choices, nothing changed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const Location = `/bulletin/preferences/${encodeURIComponent(token)}`
  return new Response(null, { status: 303, headers: { ...BY_LINK, Location } })
}
