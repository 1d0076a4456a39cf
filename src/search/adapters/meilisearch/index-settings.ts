import type { Settings } from 'meilisearch'
import { FACETS } from '../../search-request'

/** How far lists of ids reach: hits are counted up to a thousand, conditions may need more. */
export const MOST_LISTED = 10_000

const onlyEqual = { facetSearch: false, filter: { equality: true, comparison: false } }
const alsoCompared = { facetSearch: false, filter: { equality: true, comparison: true } }

/** The settings of every index; synonyms are the editors' and not here. */
export const INDEX_SETTINGS: Settings = {
  searchableAttributes: [
    'title',
    'reference',
    'authors',
    'topics',
    'synonyms',
    'summary',
    'heading',
    'text',
    'words',
  ],
  displayedAttributes: [
    'pk',
    'briefingId',
    'title',
    'reference',
    'authors',
    'topics',
    'synonyms',
    'summary',
    'heading',
    'text',
    'anchor',
    'named',
  ],
  filterableAttributes: [
    {
      attributePatterns: [
        ...FACETS.flatMap((facet) => [`under.${facet}`, `named.${facet}`]),
        'briefingId',
        'referenceKey',
      ],
      features: onlyEqual,
    },
    { attributePatterns: ['part', 'publishedOn'], features: alsoCompared },
  ],
  sortableAttributes: ['publishedAt', 'titleKey', 'briefingId'],
  // `sort` first: it is inert without a `sort` in the request, and whole with one.
  rankingRules: [
    'sort',
    'words',
    'typo',
    'proximity',
    'attributeRank',
    'wordPosition',
    'exactness',
    'publishedAt:desc',
    'briefingId:asc',
    'part:asc',
  ],
  distinctAttribute: 'briefingId',
  // Stop words break phrases and synonyms; function words are left out of the question instead.
  stopWords: [],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 11 },
    disableOnNumbers: true,
    disableOnAttributes: ['reference'],
    disableOnWords: [],
  },
  faceting: { maxValuesPerFacet: 1000, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: MOST_LISTED },
  proximityPrecision: 'byWord',
  searchCutoffMs: 1000,
  facetSearch: false,
  prefixSearch: 'indexingTime',
}
