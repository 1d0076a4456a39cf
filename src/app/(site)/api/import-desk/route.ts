import { isEditor } from '@/access/who'
import { errorAnswer, jsonAnswer } from '@/app/answers'
import { thePayload } from '@/app/payload'
import { readSmallBytes } from '@/app/small-body'
import { staffAsking } from '@/app/staff-asking'
import { importUpload, LARGEST_UPLOAD } from '@/exchange/import-upload'

/** One at a time in this process: an import is long, and two would write the same topics and authors twice. */
let isUnderWay = false

/**
 * For editors at the desk: brings in the file that the request carries, named by `name`, or with `mode=try` says what that would
 * do. To anybody but staff it is not there.
 */
export async function POST(request: Request): Promise<Response> {
  const staff = await staffAsking(request)
  if (!staff) return errorAnswer(404, 'There is nothing here.')
  if (!isEditor({ ...staff, collection: 'staff' })) {
    return errorAnswer(403, 'Only an editor can bring in an archive.')
  }
  const asked = new URL(request.url).searchParams
  const [name, mode] = [asked.get('name') ?? '', asked.get('mode')]
  if (name === '' || name.length > 200 || (mode !== 'try' && mode !== 'bring')) {
    return errorAnswer(400, 'Say which file, and whether to try or to bring it in.')
  }
  if (isUnderWay) {
    return errorAnswer(429, 'Another import is under way. Try again when it is done.', {
      'Retry-After': '60',
    })
  }
  isUnderWay = true
  try {
    const file = await readSmallBytes(request, LARGEST_UPLOAD)
    if (file === null) return errorAnswer(413, 'The file is larger than 50 MB.')
    const payload = await thePayload()
    const outcome = await importUpload({ payload, name, file, isDryRun: mode === 'try' })
    return outcome.kind === 'read'
      ? jsonAnswer({ report: outcome.report })
      : errorAnswer(400, outcome.why)
  } finally {
    isUnderWay = false
  }
}
