import type { Hit } from 'meilisearch'
import type { EngineAnswer, EngineHit } from '../../search-answer'
import { MOST_COUNTED } from '../../search-request'
import type { Found, Question } from './ask'
import type { IndexRecord } from './index-record'
import { activeFacets, isOneOf, narrowing } from './narrowing'
import { countedWithHits, counting, readFacets } from './read-facets'
import { type Scope, sortedBy } from './scope'
import { inWords, wholeQuestion } from './sought'
import { FRAMED, framedHit, isUnexplained } from './to-hit'

export type NativeAnswer = Omit<EngineAnswer, 'suggestion'> & {
  /** Briefings that hold everything asked, before they are narrowed. */
  readonly whole: number
}

/** Hits beyond the thousandth are not shown, as they are not counted. */
const reachable = (hits: readonly Hit<IndexRecord>[], page: number, pageSize: number) =>
  hits.slice(0, Math.max(0, MOST_COUNTED - (page - 1) * pageSize))

/** The best passages of briefings whose words stand in several of them. */
async function explanations({ ask, sought }: Scope, hits: readonly Hit<IndexRecord>[]) {
  if (sought.terms.length < 2 || hits.length === 0) return new Map<string, EngineHit>()
  const [found] = await ask.all([
    {
      ...FRAMED,
      q: inWords(sought.terms, sought.isOpen),
      matchingStrategy: 'frequency',
      filter: [
        isOneOf(
          'briefingId',
          hits.map(({ briefingId }) => briefingId),
        ),
        'part > 0',
      ],
      limit: hits.length,
    },
  ])
  return new Map(found?.hits.map((hit) => [hit.briefingId, framedHit(hit)]))
}

function questions({ request, sought, conditions }: Scope): Question[] {
  const q = wholeQuestion(sought)
  const whole: Question = { q, matchingStrategy: 'all' }
  const sort = sortedBy(request.sort, q !== '')
  const active = activeFacets(request)
  const narrowed = { ...whole, filter: [...conditions, ...narrowing(request)] }
  const hits: Question = {
    ...FRAMED,
    ...narrowed,
    ...(sort && { sort }),
    page: request.page,
    hitsPerPage: request.pageSize,
    facets: countedWithHits(request),
  }
  return [
    hits,
    counting({ ...whole, filter: [...conditions] }, []),
    ...active.map((facet) =>
      counting({ ...whole, filter: [...conditions, ...narrowing(request, facet)] }, [facet]),
    ),
  ]
}

/** Answers with what holds everything that is asked, in Meilisearch's own order. */
export async function answerNatively(scope: Scope): Promise<NativeAnswer> {
  const { ask, request } = scope
  const [main, whole, ...own] = (await ask.all(questions(scope))) as [Found, Found, ...Found[]]
  const total = main.totalHits ?? 0
  const hits = reachable(main.hits, request.page, request.pageSize)
  const explained = await explanations(scope, hits.filter(isUnexplained))
  const active = activeFacets(request)
  return {
    hits: hits.map((hit) => explained.get(hit.briefingId) ?? framedHit(hit)),
    total: Math.min(total, MOST_COUNTED),
    totalIsMinimum: total > MOST_COUNTED,
    facets: await readFacets(
      ask,
      request,
      main,
      new Map(active.flatMap((facet, index) => (own[index] ? [[facet, own[index]]] : []))),
    ),
    notice: null,
    whole: whole.totalHits ?? 0,
  }
}
