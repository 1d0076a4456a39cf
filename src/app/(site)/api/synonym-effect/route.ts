import { errorAnswer, jsonAnswer } from '@/app/answers'
import { thePayload } from '@/app/payload'
import { theSearchEngine } from '@/app/search'
import { currentViewer } from '@/app/viewer'
import { SearchUnavailable } from '@/search/search-engine'
import { synonymEffect } from '@/search/synonym-effect'

const MOST_WORDS = 40
const LONGEST_WORD = 60

/** For the desk's form of a synonym: what each `word` finds now, and all together. To others it is not there. */
export async function GET(request: Request): Promise<Response> {
  if ((await currentViewer()).kind !== 'staff') return errorAnswer(404, 'There is nothing here.')
  const words = new URL(request.url).searchParams.getAll('word').slice(0, MOST_WORDS)
  if (words.some((word) => word.length > LONGEST_WORD)) {
    return errorAnswer(400, 'A word is longer than 60 characters.')
  }
  try {
    const payload = await thePayload()
    return jsonAnswer(await synonymEffect({ payload, engine: theSearchEngine(), words }))
  } catch (fault) {
    if (!(fault instanceof SearchUnavailable)) throw fault
    return errorAnswer(503, 'The search does not answer at the moment.', { 'Retry-After': '30' })
  }
}
