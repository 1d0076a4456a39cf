import 'server-only'
import { settings } from '@/config/settings'
import { makeSearchEngine } from '@/search/make-search-engine'
import type { SearchEngine } from '@/search/search-engine'

let engine: SearchEngine | undefined

/** The one search engine of this process. */
export function theSearchEngine(): SearchEngine {
  engine ??= makeSearchEngine(settings())
  return engine
}
