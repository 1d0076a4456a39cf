import { errorAnswer, jsonAnswer } from '@/app/answers'
import { thePayload } from '@/app/payload'
import { theSearchEngine } from '@/app/search'
import { currentViewer } from '@/app/viewer'
import { answerSearch } from '@/search/answer-search'
import { readSearchParameters } from '@/search/read-search-parameters'
import { toSearchJson } from '@/search/to-search-json'

export async function GET(request: Request): Promise<Response> {
  const { request: search, faults } = readSearchParameters(new URL(request.url).searchParams)
  if (faults.length > 0) return errorAnswer(400, faults.join(' '))

  const startedAt = performance.now()
  const results = await answerSearch({
    payload: await thePayload(),
    engine: theSearchEngine(),
    viewer: await currentViewer(),
    request: search,
    now: new Date(),
  })
  return jsonAnswer(toSearchJson(search, results, Math.round(performance.now() - startedAt)))
}
