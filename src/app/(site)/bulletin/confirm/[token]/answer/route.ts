import { BY_LINK, readForm, seeOther } from '@/app/by-link'
import { refuseChange } from '@/app/limit-links'
import { thePayload } from '@/app/payload'
import { askAgain, confirmByToken } from '@/bulletin/confirm-subscription'
import { settings } from '@/config/settings'
import { textOf } from '../../../../form-state'

type Context = { readonly params: Promise<{ token: string }> }

const pathOf = (token: string): string => `/bulletin/confirm/${encodeURIComponent(token)}`

/** Takes the answer of whoever pressed a button of the page. Safe to repeat; a token that is nobody's is answered alike. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  const now = new Date()
  const refused = await refuseChange(request.headers, now)
  if (refused) return refused
  const form = await readForm(request)
  const act = form ? textOf(form, 'act') : ''
  const link = { payload: await thePayload(), secret: settings().secret, token, now }
  if (act === 'ask-again') {
    await askAgain(link)
    return seeOther(`${pathOf(token)}?asked=again`)
  }
  if (act !== 'confirm') return seeOther(pathOf(token))
  const answered = await confirmByToken(link)
  return seeOther(
    answered.kind === 'answered' ? `${answered.preferencesPath}?done=confirmed` : pathOf(token),
  )
}

/** Shown the page, nothing changed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const Location = pathOf((await params).token)
  return new Response(null, { status: 303, headers: { ...BY_LINK, Location } })
}
