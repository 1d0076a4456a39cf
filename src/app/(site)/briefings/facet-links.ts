import type { FacetChoice, FacetGroup } from '@/components/archive/facets'
import type { FacetCount, FacetCounts } from '@/search/search-answer'
import { type Facet, FACETS, type SearchRequest } from '@/search/search-request'
import { hrefOf, toggled } from './archive-links'

const TITLES: Readonly<Record<Facet, string>> = {
  topic: 'Topic',
  series: 'Series',
  type: 'Type',
  nation: 'Nation',
  author: 'Officer',
  year: 'Year',
}

export type TopicBranch = {
  readonly slug: string
  readonly children: readonly TopicBranch[]
}

function choicesOf(
  request: SearchRequest,
  facet: Facet,
  counts: readonly FacetCount[],
): readonly FacetChoice[] {
  return counts.map((choice) => {
    const isChosen = request.filters[facet]?.includes(choice.value) ?? false
    const href = hrefOf(toggled(request, facet, choice.value))
    return { ...choice, isChosen, href, below: [], isOpen: isChosen }
  })
}

/** Choices under those they belong to. Below each other they keep their order, and what the tree lacks comes last. */
export function asTree(
  choices: readonly FacetChoice[],
  tree: readonly TopicBranch[],
): readonly FacetChoice[] {
  const places = new Map(choices.map(({ value }, place) => [value, place]))
  const placed = new Set<string>()
  const inOrder = (branches: readonly TopicBranch[]): readonly FacetChoice[] =>
    branches
      .flatMap(({ slug, children }): readonly FacetChoice[] => {
        const below = inOrder(children)
        const choice = choices[places.get(slug) ?? -1]
        if (!choice) return below
        placed.add(slug)
        return [{ ...choice, below, isOpen: choice.isChosen || below.some((one) => one.isOpen) }]
      })
      .toSorted((a, b) => (places.get(a.value) ?? 0) - (places.get(b.value) ?? 0))
  const rooted = inOrder(tree)
  return [...rooted, ...choices.filter(({ value }) => !placed.has(value))]
}

/** What a search can be narrowed by, with what each choice would find. */
export const facetGroups = (
  request: SearchRequest,
  counts: FacetCounts,
  topics: readonly TopicBranch[],
): readonly FacetGroup[] =>
  FACETS.map((facet) => {
    const choices = choicesOf(request, facet, counts[facet])
    return {
      name: facet,
      title: TITLES[facet],
      choices: facet === 'topic' ? asTree(choices, topics) : choices,
    }
  })
