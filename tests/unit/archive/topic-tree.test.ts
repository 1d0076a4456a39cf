import { expect, it } from 'vitest'
import { facetGroups } from '@/app/(site)/briefings/facet-links'
import type { FacetChoice } from '@/components/archive/facets'
import { readSearchParameters } from '@/search/read-search-parameters'
import type { FacetCount } from '@/search/search-answer'

const topic = (value: string, count: number): FacetCount => ({ value, label: value, count })

const TREE = [
  { slug: 'crime', children: [{ slug: 'county-lines', children: [] }] },
  {
    slug: 'housing',
    children: [
      { slug: 'private-renting', children: [] },
      { slug: 'homelessness', children: [{ slug: 'rough-sleeping', children: [] }] },
    ],
  },
]

function topics(address: string, counts: readonly FacetCount[]) {
  const { request } = readSearchParameters(new URLSearchParams(address))
  const none = { series: [], type: [], nation: [], author: [], year: [] }
  return facetGroups(request, { ...none, topic: counts }, TREE)[0]?.choices ?? []
}

const outline = (choices: readonly FacetChoice[], depth = 0): string[] =>
  choices.flatMap(({ value, count, isOpen, below }) => [
    `${'  '.repeat(depth)}${value} ${count}${isOpen ? ' open' : ''}`,
    ...outline(below, depth + 1),
  ])

const COUNTS = [
  topic('housing', 9),
  topic('homelessness', 5),
  topic('private-renting', 4),
  topic('crime', 3),
  topic('rough-sleeping', 1),
]

it('sets topics below those they belong to, the fullest first', () => {
  expect(outline(topics('', COUNTS))).toEqual([
    'housing 9',
    '  homelessness 5',
    '    rough-sleeping 1',
    '  private-renting 4',
    'crime 3',
  ])
})

it('opens the path to a chosen topic, and no other', () => {
  expect(outline(topics('topic=rough-sleeping', COUNTS))).toEqual([
    'housing 9 open',
    '  homelessness 5 open',
    '    rough-sleeping 1 open',
    '  private-renting 4',
    'crime 3',
  ])
})

it('still shows a topic the tree does not know, and one whose parent found nothing', () => {
  expect(outline(topics('', [topic('rough-sleeping', 2), topic('new-topic', 1)]))).toEqual([
    'rough-sleeping 2',
    'new-topic 1',
  ])
})
