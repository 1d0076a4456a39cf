import type { Payload } from 'payload'
import type { SearchSynonym } from '@/payload-types'
import type { SynonymRule } from './synonym-rule'

type Row = Pick<SearchSynonym, 'direction' | 'words' | 'alsoFinds'>

/** A word or phrase as rules hold it: lower case, single spaces. */
export const asRuleTerm = (term: string): string =>
  term.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * What the editors' rows come to: one rule a word, in a steady order.
 *
 * Rows are not followed from one to the next: `a = b` and `b = c` do not make `a` find `c`.
 */
export function toSynonymRules(rows: readonly Row[]): readonly SynonymRule[] {
  const found = new Map<string, Set<string>>()
  for (const { direction, words, alsoFinds } of rows) {
    const to = (direction === 'mutual' ? words : (alsoFinds ?? [])).map(asRuleTerm)
    for (const from of words.map(asRuleTerm)) {
      const held = found.get(from) ?? new Set<string>()
      found.set(from, new Set([...held, ...to.filter((term) => term !== from)]))
    }
  }
  return [...found]
    .filter(([from, to]) => from !== '' && to.size > 0)
    .map(([from, to]) => ({ from, to: [...to].sort() }))
    .sort((one, other) => (one.from < other.from ? -1 : 1))
}

export async function readSynonyms(payload: Payload): Promise<readonly SynonymRule[]> {
  const { docs } = await payload.find({
    collection: 'search-synonyms',
    depth: 0,
    pagination: false,
    sort: 'id',
    select: { direction: true, words: true, alsoFinds: true },
    overrideAccess: true,
  })
  return toSynonymRules(docs)
}

/** Changes with any save or deletion among them; cheap to ask. */
export async function synonymsStamp(payload: Payload): Promise<string> {
  const { docs, totalDocs } = await payload.find({
    collection: 'search-synonyms',
    depth: 0,
    limit: 1,
    sort: '-updatedAt',
    select: { updatedAt: true },
    overrideAccess: true,
  })
  return `${totalDocs} ${docs[0]?.updatedAt ?? ''}`
}
