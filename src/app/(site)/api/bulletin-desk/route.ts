import { answerDesk } from '@/app/bulletin-desk'
import { theMailer } from '@/app/mailer'
import { thePayload } from '@/app/payload'
import { theSearchEngine } from '@/app/search'
import { currentViewer } from '@/app/viewer'
import { settings } from '@/config/settings'
import { findsAmong } from '@/reading/finds-among'

/** What editors press on the Bulletin's pages of the desk. */
export async function POST(request: Request): Promise<Response> {
  const payload = await thePayload()
  return answerDesk(request, {
    payload,
    settings: settings(),
    mailer: theMailer(),
    findsAmong: findsAmong({ payload, engine: theSearchEngine() }),
    viewer: await currentViewer(),
    now: new Date(),
  })
}
