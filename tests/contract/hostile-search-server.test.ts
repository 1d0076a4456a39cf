import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { siteKey } from '@/search/adapters/meilisearch/site-key'
import { meilisearchServer } from '../support/facilities'

/** docs/hostile-tests.md says what the number asks. */

type Wanted = { readonly actions: readonly string[]; readonly indexes: readonly string[] }

/** The key that is asked for of a server which has none. */
async function askedFor(): Promise<Wanted> {
  let wanted = ''
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => (wanted += chunk.toString()))
    request.on('end', () => {
      const made = { uid: 'x', key: 'a new key', createdAt: '2026-01-01', updatedAt: '2026-01-01' }
      const answer =
        request.method === 'POST' ? { ...made, ...(JSON.parse(wanted) as Wanted) } : { results: [] }
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    await siteKey({ url, key: 'the master key' })
  } finally {
    server.closeAllConnections()
    server.close()
  }
  return JSON.parse(wanted) as Wanted
}

it('H25 the site asks for a key to its own indexes, and to neither keys, dumps nor anything at large', async () => {
  const { actions, indexes } = await askedFor()

  expect(indexes).toEqual(['signpost_*'])
  expect(actions).toContain('search')
  expect(actions.filter((action) => action.includes('*'))).toEqual([])
  expect(
    actions.filter((action) => !/^(search$|documents|indexes|settings|tasks)/.test(action)),
  ).toEqual([])
})

const server = meilisearchServer()

describe.skipIf(!server)('on a Meilisearch server', () => {
  const { url, key } = server ?? { url: '', key: undefined }
  const ask = async (path: string, by?: string, body?: object): Promise<number> => {
    const headers = {
      'Content-Type': 'application/json',
      ...(by ? { Authorization: `Bearer ${by}` } : {}),
    }
    const asked = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers }
    return (await fetch(`${url}${path}`, asked)).status
  }

  it('H25 shows nothing without a key, and with the site’s nothing beyond its own', async () => {
    for (const path of ['/indexes', '/keys', '/tasks', '/stats', '/version']) {
      expect([path, await ask(path)]).toEqual([path, 401])
    }
    const own = await siteKey({ url, key }, `test_${randomBytes(6).toString('hex')}`)
    expect(await ask('/keys', own.key)).toBe(403)
    expect(await ask('/dumps', own.key, {})).toBe(403)
    expect(await ask('/indexes/members/search', own.key, { q: '' })).toBe(403)
  })
})
