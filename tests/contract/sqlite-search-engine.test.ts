import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { sqliteSearchEngine } from '@/search/adapters/sqlite-fts/sqlite-search-engine'
import { searchDocument, searchRequest } from '../support/search-documents'
import { searchEngineContract } from './search-engine.contract'

searchEngineContract('the embedded engine', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'signpost-search-'))
  return {
    open: () => Promise.resolve(sqliteSearchEngine(path.join(folder, 'search.db'))),
    drop: () => rm(folder, { recursive: true, force: true }),
  }
})

it('shows a briefing by its text rather than by its list of sources, and by those where nothing else speaks', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'signpost-search-'))
  const engine = sqliteSearchEngine(path.join(folder, 'search.db'))
  await engine.put([
    searchDocument({
      id: 'homes',
      passages: [
        { heading: 'Before', anchor: 'before', text: 'Eviction is met with advice, or too late.' },
        { heading: 'Sources', anchor: 'sources', text: 'Eviction Act\nEviction and law\nShelters' },
      ],
    }),
  ])
  const anchorFor = async (words: string) =>
    (await engine.search('members', searchRequest(words))).hits[0]?.anchor

  expect(await anchorFor('eviction')).toBe('#before')
  expect(await anchorFor('shelters')).toBe('#sources')
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})
