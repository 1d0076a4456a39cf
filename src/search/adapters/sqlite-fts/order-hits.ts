import type { Sort } from '../../search-request'
import type { Found, Standing } from './gather-found'
import type { HeldDoc } from './held-docs'

type Order = (a: HeldDoc, b: HeldDoc) => number

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byId: Order = (a, b) => ascending(a.id, b.id)
const oldestFirst: Order = (a, b) => ascending(a.publishedAt, b.publishedAt) || byId(a, b)
const newestFirst: Order = (a, b) => ascending(b.publishedAt, a.publishedAt) || byId(a, b)
const byTitle: Order = (a, b) => ascending(a.titleKey, b.titleKey) || byId(a, b)

const NO_STANDING: Standing = { tier: 0, score: 0, isWhole: true }

function byRelevance(found: Found, pinned: readonly string[]): Order {
  const places = new Map(pinned.map((id, place) => [id, place]))
  const placeOf = ({ id }: HeldDoc) => places.get(id) ?? pinned.length
  const of = ({ rid }: HeldDoc) => found.docs.get(rid) ?? NO_STANDING
  return (a, b) =>
    placeOf(a) - placeOf(b) ||
    of(b).tier - of(a).tier ||
    of(b).score - of(a).score ||
    newestFirst(a, b)
}

/** In the order asked for; what is pinned comes first by relevance alone. Without words, relevance is the newest. */
export function orderHits(
  docs: readonly HeldDoc[],
  sort: Sort,
  found: Found,
  pinned: readonly string[],
): HeldDoc[] {
  const orders = { newest: newestFirst, oldest: oldestFirst, title: byTitle }
  return docs.toSorted(sort === 'relevance' ? byRelevance(found, pinned) : orders[sort])
}
