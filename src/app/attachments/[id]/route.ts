import { createReadStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { errorAnswer } from '@/app/answers'
import { thePayload } from '@/app/payload'
import { currentViewer } from '@/app/viewer'
import { openAttachment } from '@/briefings/open-attachment'
import { settings } from '@/config/settings'

type Args = { params: Promise<{ id: string }> }

export async function GET(_request: Request, { params }: Args): Promise<Response> {
  const opened = await openAttachment({
    payload: await thePayload(),
    id: (await params).id,
    viewer: await currentViewer(),
    folder: path.join(settings().dataDir, 'uploads', 'attachments'),
    now: new Date(),
  })
  if (opened.kind === 'missing') return errorAnswer(404, 'There is nothing here.')
  const body = Readable.toWeb(createReadStream(opened.file)) as ReadableStream<Uint8Array>
  return new Response(body, {
    headers: {
      'Content-Type': opened.mimeType,
      'Content-Length': opened.bytes.toString(),
      'Content-Disposition': `attachment; filename="${opened.name}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
      Vary: 'Cookie',
    },
  })
}
