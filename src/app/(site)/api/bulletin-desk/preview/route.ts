import { errorAnswer } from '@/app/answers'
import { mailAnswer } from '@/app/mail-answer'
import { thePayload } from '@/app/payload'
import { theSearchEngine } from '@/app/search'
import { currentViewer } from '@/app/viewer'
import { previewForStaff } from '@/bulletin/preview-whole'
import { settings } from '@/config/settings'
import { findsAmong } from '@/reading/finds-among'

/** The HTML of the coming issue, for the frame on the desk's preview: as `address` would get it, or whole. */
export async function GET(request: Request): Promise<Response> {
  if ((await currentViewer()).kind !== 'staff') return errorAnswer(404, 'There is nothing here.')
  const payload = await thePayload()
  const found = await previewForStaff({
    payload,
    settings: settings(),
    findsAmong: findsAmong({ payload, engine: theSearchEngine() }),
    address: new URL(request.url).searchParams.get('address') ?? undefined,
    now: new Date(),
  })
  if (found.kind === 'none') return errorAnswer(404, `There would be no mail: ${found.reason}.`)
  return mailAnswer(found.mail.html ?? '')
}
