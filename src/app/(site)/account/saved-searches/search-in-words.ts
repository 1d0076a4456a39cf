import { endWords } from '@/app/(site)/briefings/range-ends'
import { FACETS, type Facet } from '@/search/search-request'
import { labelOfFixed } from '@/search/facet-values'
import { readSearchParameters } from '@/search/read-search-parameters'
import type { TopicNode } from '@/topics/topic-tree'

type Named = { readonly slug: string; readonly name: string }

/** What topics and series are called. */
export type Names = { readonly topics: readonly TopicNode[]; readonly series: readonly Named[] }

const everyTopic = (nodes: readonly TopicNode[]): readonly Named[] =>
  nodes.flatMap((node) => [node, ...everyTopic(node.children)])

const BEFORE: Readonly<Partial<Record<Facet, string>>> = { author: 'by ', year: 'of ' }

const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** A search as one would say it: “rents” · Housing or Crime · by Ana Lyst · from 2024. */
export function searchInWords(parameters: string, names: Names): string {
  const { request } = readSearchParameters(new URLSearchParams(parameters))
  const called: Readonly<Partial<Record<Facet, readonly Named[]>>> = {
    topic: everyTopic(names.topics),
    series: names.series,
  }
  const labelOf = (facet: Facet, value: string) =>
    called[facet]?.find(({ slug }) => slug === value)?.name ?? labelOfFixed(facet, value)
  const filters = FACETS.flatMap((facet) => {
    const values = request.filters[facet] ?? []
    const labels = values.map((value) => labelOf(facet, value))
    return labels.length > 0 ? [(BEFORE[facet] ?? '') + anyOf.format(labels)] : []
  })
  return [
    ...(request.query.text ? [`“${request.query.text}”`] : []),
    ...filters,
    ...(request.from ? [`from ${endWords(request.from, 'from')}`] : []),
    ...(request.to ? [`to ${endWords(request.to, 'to')}`] : []),
  ].join(' · ')
}

/** A name to begin with: the words of the search, or else what it is narrowed by. */
export function nameFor(parameters: string, names: Names): string {
  const { text } = readSearchParameters(new URLSearchParams(parameters)).request.query
  return (text || searchInWords(parameters, names)).slice(0, 120)
}
