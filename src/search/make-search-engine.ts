import path from 'node:path'
import type { Settings } from '@/config/settings'
import { sqliteSearchEngine } from './adapters/sqlite-fts/sqlite-search-engine'
import type { SearchEngine } from './search-engine'

/** The engine the settings choose, its index under the data folder. */
export const makeSearchEngine = (settings: Pick<Settings, 'dataDir'>): SearchEngine =>
  sqliteSearchEngine(path.join(settings.dataDir, 'search.db'))
