import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { embeddedEngine } from '@/search/adapters/sqlite-fts/embedded-engine'
import { offThread } from '@/search/adapters/sqlite-fts/off-thread'
import { bundleWorker } from '../../scripts/building/bundle-worker'
import { PROJECT_ROOT } from '../../scripts/building/project-root'
import { searchDocument, searchRequest } from '../support/search-documents'
import { searchEngineContract } from './search-engine.contract'

// Within the project, since the bundles find their packages from where they stand.
const cache = path.join(PROJECT_ROOT, 'node_modules/.cache')
mkdirSync(cache, { recursive: true })
const programs = mkdtempSync(path.join(cache, 'search-thread-'))

beforeAll(() => bundleWorker(programs))
afterAll(() => rmSync(programs, { recursive: true, force: true }))

function open(folder: string, isLargeFrom: number, program = 'search-thread.mjs') {
  const file = path.join(folder, 'search.db')
  return offThread({
    engine: embeddedEngine(file),
    program: path.join(programs, program),
    path: file,
    isLargeFrom,
    clock: () => new Date('2026-11-27T07:30:00Z'),
  })
}

const newFolder = () => mkdtemp(path.join(tmpdir(), 'signpost-search-'))

searchEngineContract('the embedded engine in a thread of its own', async () => {
  const folder = await newFolder()
  return {
    open: () => Promise.resolve(open(folder, 0)),
    drop: () => rm(folder, { recursive: true, force: true }),
  }
})

it('says that the search is unavailable when its thread cannot run, and takes no process down', async () => {
  const folder = await newFolder()
  const engine = open(folder, 0, 'no-such-program.mjs')
  await expect(engine.search('members', searchRequest('housing'))).rejects.toMatchObject({
    name: 'SearchUnavailable',
  })
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

it('searches a small archive where it is asked, with no thread at all', async () => {
  const folder = await newFolder()
  const engine = open(folder, 2, 'no-such-program.mjs')
  await engine.put([searchDocument({ id: 'one', title: 'Brownfield land' })])
  expect((await engine.search('members', searchRequest('brownfield'))).total).toBe(1)
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})
