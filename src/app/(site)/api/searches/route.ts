import { errorAnswer, isSameOrigin, jsonAnswer } from '@/app/answers'
import { thePayload } from '@/app/payload'
import { readClick } from '@/app/read-click'
import { theSearchEngine } from '@/app/search'
import { rememberClick, rememberShown } from '@/app/search-log'
import { readSmallJson } from '@/app/small-body'
import { currentViewer } from '@/app/viewer'
import { settings } from '@/config/settings'
import { answerSearch } from '@/search/answer-search'
import { readSearchParameters } from '@/search/read-search-parameters'

const MOST_BYTES = 4096

/**
 * Told by the archive page of a search that changed without a new page, once it has stood for a while or one of its
 * results is opened: `{ search: "q=…", click?: { rank, briefingId } }`. Answers with the key for later clicks.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request, settings().siteUrl)) return errorAnswer(403, 'That is not for you.')
  const sent = await readSmallJson(request, MOST_BYTES)
  if (typeof sent?.search !== 'string') return errorAnswer(400, 'Which search was it?')

  const viewer = await currentViewer()
  const { request: search } = readSearchParameters(new URLSearchParams(sent.search))
  const { total, notice } = await answerSearch({
    payload: await thePayload(),
    engine: theSearchEngine(),
    viewer,
    request: { ...search, pageSize: 1 },
    now: new Date(),
  })
  const isAnswered = notice !== 'engine-unavailable'
  const key = isAnswered ? await rememberShown({ request: search, total, viewer }) : null
  const click = readClick(sent.click)
  if (key && click) await rememberClick({ key, ...click })
  return jsonAnswer({ key })
}
