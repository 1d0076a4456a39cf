import { describe, expect, it } from 'vitest'
import { readSettings } from '@/config/settings'
import { evaluate } from '../../scripts/search-eval/evaluate'
import type { JudgedCollection } from '../../scripts/search-eval/judged-collection'
import { openThrowAway } from '../../scripts/search-eval/open-engine'
import { readDemonstration } from '../../scripts/search-eval/read-demonstration'
import { readFolder } from '../../scripts/search-eval/read-folder'
import { cisiFolder, meilisearchServer } from '../support/facilities'

const server = meilisearchServer()
const cisi = cisiFolder()

async function ndcgOf(engineName: string, collection: JudgedCollection): Promise<number> {
  const settings = readSettings({
    NODE_ENV: 'test',
    MEILISEARCH_URL: server?.url,
    MEILISEARCH_KEY: server?.key,
  })
  const { engine, drop } = await openThrowAway(engineName, () => Promise.resolve(settings))
  try {
    return (await evaluate(engine, collection)).ndcg10
  } finally {
    await drop()
  }
}

describe.each([
  { engine: 'sqlite', isHere: true, verbose: 0.34 },
  { engine: 'meilisearch', isHere: server !== undefined, verbose: 0.22 },
])('what readers look for, on $engine', ({ engine, isHere, verbose }) => {
  it.skipIf(!isHere)('stands at the top in the demonstration', async () => {
    expect(await ndcgOf(engine, readDemonstration())).toBeGreaterThanOrEqual(0.95)
  })

  it.skipIf(!isHere || !cisi)('is found by long questions on abstracts', async () => {
    expect(await ndcgOf(engine, readFolder(cisi ?? ''))).toBeGreaterThanOrEqual(verbose)
  })
})
