import { thePayload } from '@/app/payload'
import { attachmentsFolder, sendFile } from '@/app/send-file'
import { currentViewer } from '@/app/viewer'
import { openAttachment } from '@/briefings/open-attachment'

type Args = { params: Promise<{ id: string }> }

export async function GET(_request: Request, { params }: Args): Promise<Response> {
  const opened = await openAttachment({
    payload: await thePayload(),
    id: (await params).id,
    viewer: await currentViewer(),
    folder: attachmentsFolder(),
    now: new Date(),
  })
  return sendFile(opened, 'attachment')
}
