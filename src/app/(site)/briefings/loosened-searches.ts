import { parseQuery } from '@/search/parse-query'
import type { SearchRequest } from '@/search/search-request'
import { type Narrowing, unfiltered } from './archive-links'

/** A search that asks for less than the one that found nothing, and what to call it. */
export type LooserSearch = { readonly label: string; readonly request: SearchRequest }

const MOST_FILTERS = 5

const withText = (request: SearchRequest, text: string): SearchRequest => ({
  ...request,
  query: parseQuery(text),
})

/** Each filter away, all of them away, and the words without their quotation marks. */
export function loosenedSearches(
  request: SearchRequest,
  narrowings: readonly Narrowing[],
): readonly LooserSearch[] {
  const { text, phrases } = request.query
  const filters = narrowings.slice(0, MOST_FILTERS).map(({ label, without }) => ({
    label: `search without the filter “${label}”`,
    request: without,
  }))
  const all =
    narrowings.length > 1
      ? [{ label: 'search without any filter', request: unfiltered(request) }]
      : []
  const plain = text.replaceAll('"', '')
  const unquoted =
    phrases.length > 0
      ? [
          {
            label: `search for ${plain} without quotation marks`,
            request: withText(request, plain),
          },
        ]
      : []
  return [...unquoted, ...filters, ...all]
}
