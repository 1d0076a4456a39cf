import { errorAnswer, jsonAnswer } from '@/app/answers'
import { thePayload } from '@/app/payload'
import { theSearchEngine } from '@/app/search'
import { currentViewer } from '@/app/viewer'
import { answerSuggest } from '@/search/answer-suggest'
import { SearchUnavailable } from '@/search/search-engine'

export async function GET(request: Request): Promise<Response> {
  const payload = await thePayload()
  try {
    const suggestions = await answerSuggest({
      payload,
      engine: theSearchEngine(),
      viewer: await currentViewer(),
      typed: new URL(request.url).searchParams.get('q') ?? '',
      now: new Date(),
    })
    return jsonAnswer({ suggestions })
  } catch (fault) {
    if (!(fault instanceof SearchUnavailable)) throw fault
    payload.logger.error({ err: fault }, 'The search did not answer')
    return errorAnswer(503, 'The search does not answer at the moment.', { 'Retry-After': '30' })
  }
}
