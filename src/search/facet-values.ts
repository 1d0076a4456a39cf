import { toIsoDate } from '@/lib/london-time'
import type { PublicDocument } from './search-document'
import type { Facet } from './search-request'

export type FacetValue = { readonly facet: Facet; readonly value: string; readonly label: string }

const TYPE_LABELS = { briefing: 'Briefing', 'case-study': 'Case studies', update: 'Update' }
const NATION_LABELS: Readonly<Record<string, string>> = {
  england: 'England',
  scotland: 'Scotland',
  wales: 'Wales',
  'northern-ireland': 'Northern Ireland',
}

/** The name readers see of a value of a fixed list; of any other, the value itself. */
export function labelOfFixed(facet: Facet, value: string): string {
  const labels: Readonly<Record<string, string>> =
    facet === 'type' ? TYPE_LABELS : facet === 'nation' ? NATION_LABELS : {}
  return Object.hasOwn(labels, value) ? (labels[value] ?? value) : value
}

/** What a briefing is counted and found under, each value with the name readers see. */
export function facetValues(part: PublicDocument): FacetValue[] {
  const year = toIsoDate(part.publishedAt).slice(0, 4)
  return [
    ...part.topics.map(({ slug, name }) => ({ facet: 'topic', value: slug, label: name }) as const),
    ...(part.series
      ? [{ facet: 'series', value: part.series.slug, label: part.series.name } as const]
      : []),
    { facet: 'type', value: part.type, label: TYPE_LABELS[part.type] },
    ...part.nations.map(
      (nation) =>
        ({ facet: 'nation', value: nation, label: NATION_LABELS[nation] ?? nation }) as const,
    ),
    ...part.authors.map((name) => ({ facet: 'author', value: name, label: name }) as const),
    { facet: 'year', value: year, label: year },
  ]
}
