import 'server-only'
import { settings } from '@/config/settings'
import { makeSearchEngines, type SearchEngines } from '@/search/make-search-engine'
import type { SearchEngine } from '@/search/search-engine'

let engines: SearchEngines | undefined

/** The search engines of this process: the one that answers, and all that are kept. */
export function theSearchEngines(): SearchEngines {
  engines ??= makeSearchEngines(settings())
  return engines
}

/** The one search engine readers of this process are answered from. */
export const theSearchEngine = (): SearchEngine => theSearchEngines().answering
