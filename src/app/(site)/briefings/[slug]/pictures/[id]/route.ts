import { thePasses } from '@/app/pass-browser'
import { thePayload } from '@/app/payload'
import { attachmentsFolder, sendFile } from '@/app/send-file'
import { currentViewer } from '@/app/viewer'
import { openPicture } from '@/briefings/open-picture'

type Args = { readonly params: Promise<{ slug: string; id: string }> }

/** A picture within a briefing’s text, for whoever may read that text: see `openPicture`. */
export async function GET(_request: Request, { params }: Args): Promise<Response> {
  const opened = await openPicture({
    ...(await params),
    payload: await thePayload(),
    viewer: await currentViewer(),
    passes: await thePasses(),
    folder: attachmentsFolder(),
    now: new Date(),
  })
  return sendFile(opened, 'inline')
}
