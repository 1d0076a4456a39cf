import { theAttempts } from '@/app/attempts'
import { thePayload } from '@/app/payload'
import { attachmentsFolder } from '@/app/send-file'
import { currentViewer } from '@/app/viewer'
import { answerWordFile } from '@/app/word-file'
import { settings } from '@/config/settings'
import { limitOf } from '@/lib/limit'

const filesFor = limitOf(30, 10, { name: 'Word files for', store: theAttempts })

type Args = { readonly params: Promise<{ slug: string }> }

/** For active members and staff: see `answerWordFile`. */
export async function GET(_request: Request, { params }: Args): Promise<Response> {
  const { siteUrl, referenceStyle } = settings()
  return answerWordFile({
    payload: await thePayload(),
    slug: (await params).slug,
    viewer: await currentViewer(),
    now: new Date(),
    siteUrl,
    referenceStyle,
    folder: attachmentsFolder(),
    limit: filesFor,
  })
}
