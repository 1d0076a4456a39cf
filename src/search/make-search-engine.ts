import path from 'node:path'
import type { Settings } from '@/config/settings'
import { embeddedEngine } from './adapters/sqlite-fts/embedded-engine'
import type { SearchEngine } from './search-engine'

/** The engine the settings choose, its index under the data folder. */
export const makeSearchEngine = (settings: Pick<Settings, 'dataDir'>): SearchEngine =>
  embeddedEngine(path.join(settings.dataDir, 'search.db'))
