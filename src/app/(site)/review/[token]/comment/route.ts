import { readSmallForm } from '@/app/small-body'
import { BY_LINK, seeOther } from '@/app/by-link'
import { refuseChange } from '@/app/limit-links'
import { thePayload } from '@/app/payload'
import { addComment, LONGEST_COMMENT } from '@/briefings/review-comments'
import { openDraft } from '@/briefings/review-links'

type Context = { readonly params: Promise<{ token: string }> }

const MOST_BYTES = 40_000

const pathOf = (token: string): string => `/review/${encodeURIComponent(token)}`

/** Leads back to the page, which says what became of it. */
const back = (token: string, said: 'yes' | 'empty' | 'too-long' | 'too-many'): Response =>
  seeOther(`${pathOf(token)}?said=${said}#comments`)

/**
 * Takes an outside expert's comment: the token is the whole of the right, and it is to one draft. A link that has ended or
 * is nobody's is led to the page, which says so. Pressing twice says it twice.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const now = new Date()
  const refused = await refuseChange(request.headers, now)
  if (refused) return refused
  const payload = await thePayload()
  const opened = await openDraft(payload, token, now)
  if (opened.kind !== 'open') return seeOther(pathOf(token))
  const form = await readSmallForm(request, MOST_BYTES)
  if (form === null) return back(token, 'too-long')
  const text = form.get('text')?.replace(/\r\n/g, '\n').trim() ?? ''
  if (text === '') return back(token, 'empty')
  if (text.length > LONGEST_COMMENT) return back(token, 'too-long')
  const { link } = opened
  const outcome = await addComment({
    ...{ payload, briefingId: link.briefingId, by: { link }, text, now },
    place: form.get('place') ?? '',
    quote: form.get('quote') ?? '',
  })
  return back(token, outcome.kind === 'added' ? 'yes' : 'too-many')
}

/** A browser that comes back to this address by itself, or a scanner: led to the page, nothing changed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const Location = pathOf((await params).token)
  return new Response(null, { status: 303, headers: { ...BY_LINK, Location } })
}
