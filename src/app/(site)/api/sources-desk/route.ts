import { doiLookup } from '@/app/doi-lookup'
import { thePayload } from '@/app/payload'
import { answerSourcesDesk } from '@/app/sources-desk'
import { currentViewer } from '@/app/viewer'
import { settings } from '@/config/settings'

/** For the desk: see `answerSourcesDesk`. */
export async function POST(request: Request): Promise<Response> {
  return answerSourcesDesk(request, {
    payload: await thePayload(),
    siteUrl: settings().siteUrl,
    viewer: await currentViewer(),
    lookUp: doiLookup(settings().evidence.doiLookup),
    now: new Date(),
  })
}
