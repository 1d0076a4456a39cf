import { folded } from '../../folded'
import type { EngineSuggestion } from '../../search-answer'
import type { Ask } from './ask'
import { readNamed } from './index-record'

const KINDS = ['topic', 'series'] as const

/** Topics and series first, then titles that hold every word, the last of which may not be finished. */
export async function suggestTitles(
  ask: Ask,
  typed: string,
  limit: number,
): Promise<EngineSuggestion[]> {
  const wanted = folded(typed)
  if (wanted === '') return []
  const [names, titles] = await ask.all([
    { limit: 0, facets: KINDS.map((kind) => `named.${kind}`) },
    {
      q: wanted,
      matchingStrategy: 'all',
      attributesToSearchOn: ['title'],
      attributesToRetrieve: ['briefingId'],
      sort: ['publishedAt:desc', 'briefingId:asc'],
      filter: ['part = 0'],
      limit,
    },
  ])
  const named = KINDS.flatMap((kind) =>
    Object.keys(names?.facetDistribution?.[`named.${kind}`] ?? {})
      .map(readNamed)
      .filter(({ label }) => ` ${folded(label)}`.includes(` ${wanted}`))
      .sort((a, b) => a.label.localeCompare(b.label))
      .map(({ value, label }): EngineSuggestion => ({ kind, slug: value, name: label })),
  ).slice(0, Math.ceil(limit / 2))
  const ids = titles?.hits.map(({ briefingId }) => briefingId) ?? []
  return [
    ...named,
    ...ids.slice(0, limit - named.length).map((id): EngineSuggestion => ({ kind: 'briefing', id })),
  ]
}
