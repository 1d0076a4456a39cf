import type { EngineAnswer, EngineHit } from '../../search-answer'
import { type Facet, MOST_COUNTED } from '../../search-request'
import type { Found, Question } from './ask'
import { gatherLists, type List, type Way } from './gather-list'
import { frontKey } from './index-record'
import { activeFacets, isOneOf, narrowing } from './narrowing'
import { countedWithHits, counting, readFacets } from './read-facets'
import { type Scope, sortedBy } from './scope'
import { cutHit } from './to-hit'

const counted = (list: List): readonly string[] => list.ids.slice(0, MOST_COUNTED)

const among = (list: List): Question => ({ filter: [isOneOf('briefingId', counted(list))] })

/** Ids of the page that was asked for, in their order. */
async function pageIds({ ask, request }: Scope, list: List): Promise<readonly string[]> {
  const { sort, page, pageSize } = request
  if (sort === 'relevance') return counted(list).slice((page - 1) * pageSize, page * pageSize)
  const order = sortedBy(sort, true)
  const [found] = await ask.all([
    {
      ...among(list),
      ...(order && { sort: order }),
      attributesToRetrieve: ['briefingId'],
      page,
      hitsPerPage: pageSize,
    },
  ])
  return found?.hits.map(({ briefingId }) => briefingId) ?? []
}

async function hitsOf(scope: Scope, list: List): Promise<EngineHit[]> {
  const ids = await pageIds(scope, list)
  const records = await scope.ask.records(ids.map((id) => list.keys.get(id) ?? frontKey(id)))
  const byId = new Map(records.map((record) => [record.briefingId, record]))
  return ids.flatMap((id) => {
    const record = byId.get(id)
    return record ? [cutHit(record, scope.sought)] : []
  })
}

/** Answers with a list of briefings made of several questions. Facets are counted over the same list. */
export async function answerFromList(
  scope: Scope,
  way: Way,
): Promise<Omit<EngineAnswer, 'suggestion'>> {
  const { ask, request } = scope
  const active = activeFacets(request)
  const [main, ...others] = (await gatherLists(scope, way, [
    narrowing(request),
    ...active.map((facet) => narrowing(request, facet)),
  ])) as [List, ...List[]]
  const answers = await Promise.all([
    hitsOf(scope, main),
    ask.all([
      { ...counting(among(main), []), facets: countedWithHits(request) },
      ...active.flatMap((facet, index) =>
        others[index] ? [counting(among(others[index]), [facet])] : [],
      ),
    ]),
  ])
  const [hits, [all, ...own]] = answers as [EngineHit[], [Found, ...Found[]]]
  const byFacet = new Map<Facet, Found>(
    active.flatMap((facet, index) => (own[index] ? [[facet, own[index]]] : [])),
  )
  const total = counted(main).length
  return {
    hits,
    total,
    totalIsMinimum: main.isCut || main.ids.length > MOST_COUNTED,
    facets: await readFacets(ask, request, all, byFacet),
    notice: way !== 'whole' && main.whole < total ? 'showing-some-words' : null,
  }
}
