import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sqliteSearchEngine } from '@/search/adapters/sqlite-fts/sqlite-search-engine'
import { searchEngineContract } from './search-engine.contract'

searchEngineContract('the embedded engine', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'signpost-search-'))
  return {
    open: () => Promise.resolve(sqliteSearchEngine(path.join(folder, 'search.db'))),
    drop: () => rm(folder, { recursive: true, force: true }),
  }
})
