import { BY_LINK } from '@/app/by-link'
import { thePayload } from '@/app/payload'
import { attachmentsFolder, sendFile } from '@/app/send-file'
import { openPictureOfDraft } from '@/briefings/open-picture'

type Args = { readonly params: Promise<{ token: string; id: string }> }

/** A picture within the draft that an outside expert’s link shows. Looking at it changes nothing. */
export async function GET(_request: Request, { params }: Args): Promise<Response> {
  const opened = await openPictureOfDraft({
    ...(await params),
    payload: await thePayload(),
    folder: attachmentsFolder(),
    now: new Date(),
  })
  return sendFile(opened, 'inline', BY_LINK)
}
