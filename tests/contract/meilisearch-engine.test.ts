import { randomBytes } from 'node:crypto'
import { Meilisearch } from 'meilisearch'
import { describe } from 'vitest'
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
      drop: async () => {
        const client = new Meilisearch({ host: url, ...(key && { apiKey: key }) })
        const { results } = await client.getRawIndexes({ limit: 1000 })
        const own = results.filter(({ uid }) => uid.startsWith(prefix))
        await Promise.all(own.map(({ uid }) => client.deleteIndex(uid).waitTask()))
      },
    })
  })
})
