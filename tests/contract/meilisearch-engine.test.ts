import { randomBytes } from 'node:crypto'
import { describe } from 'vitest'
import { dropIndexes } from '@/search/adapters/meilisearch/drop-indexes'
import { meilisearchEngine } from '@/search/adapters/meilisearch/meilisearch-engine'
import { meilisearchServer } from '../support/facilities'
import { searchEngineContract } from './search-engine.contract'

const server = meilisearchServer()

describe.skipIf(!server)('on a Meilisearch server', () => {
  searchEngineContract('Meilisearch', () => {
    const { url, key } = server ?? { url: '', key: undefined }
    const prefix = `test_${randomBytes(6).toString('hex')}`
    return Promise.resolve({
      open: () => Promise.resolve(meilisearchEngine({ url, key, prefix })),
      drop: () => dropIndexes({ url, key, prefix }),
    })
  })
})
