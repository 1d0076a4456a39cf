import { jsonAnswer } from '@/app/answers'
import { readSearchParameters } from '@/search/read-search-parameters'
import { answerArchive } from '../../briefings/answer-archive'

/**
 * What the archive page shows of a search, for the page itself; `GET /api/search` is the one for others.
 * As lenient as the page: what cannot be read of the address is passed over.
 */
export async function GET(request: Request): Promise<Response> {
  const search = readSearchParameters(new URL(request.url).searchParams)
  return jsonAnswer(await answerArchive(search.request))
}
