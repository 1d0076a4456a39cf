import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeSearchEngines, type SearchEngines } from '@/search/make-search-engine'
import { SearchUnavailable } from '@/search/search-engine'
import { freePort } from '../support/free-port'
import { searchDocument, searchRequest } from '../support/search-documents'

const LONGEST_WAIT = 3500

let server: Server | undefined
let port: number
let dataDir: string
let engines: SearchEngines
const sockets = new Set<Socket>()

/** What a server does with whoever connects to it. */
const WAYS: Record<string, (socket: Socket) => void> = {
  'takes the question and says nothing': () => undefined,
  'hangs up': (socket) => socket.destroy(),
  'is too busy': (socket) =>
    socket.once('data', () =>
      socket.end(
        'HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nRetry-After: 10\r\nConnection: close\r\n\r\n' +
          '{"message":"Too many","code":"too_many_search_requests","type":"system","link":""}',
      ),
    ),
  'answers with a page': (socket) =>
    socket.once('data', () =>
      socket.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n<h1>Bad gateway</h1>'),
    ),
}

const listen = (answer: (socket: Socket) => void) =>
  new Promise<void>((resolve) => {
    server = createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => undefined)
      answer(socket)
    }).listen(port, '127.0.0.1', resolve)
  })

const open = (fallback: 'none' | 'embedded') => {
  const meilisearch = { url: `http://127.0.0.1:${port}`, key: 'a key' }
  engines = makeSearchEngines({ dataDir, search: { meilisearch, fallback, logDays: 0 } })
  return engines
}

const search = () => engines.answering.search('members', searchRequest('brownfield land'))

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'signpost-away-'))
  port = await freePort()
})
afterEach(async () => {
  await engines.answering.close()
  for (const socket of sockets) socket.destroy()
  sockets.clear()
  const listening = server
  server = undefined
  if (listening) await new Promise((resolve) => listening.close(resolve))
  rmSync(dataDir, { recursive: true, force: true })
})

describe.each(Object.entries(WAYS))('a Meilisearch that %s', (_, answer) => {
  it('is given up in time for the reader to be told', async () => {
    await listen(answer)
    open('none')
    const begun = performance.now()
    await expect(search()).rejects.toThrow(SearchUnavailable)
    expect(performance.now() - begun).toBeLessThan(LONGEST_WAIT)
  })

  it('is stood in for by the reserve, where there is one', async () => {
    await listen(answer)
    const [, reserve] = open('embedded').kept
    await reserve?.put([searchDocument({ id: 'one', title: 'Brownfield land' })])
    const begun = performance.now()
    expect(await search()).toMatchObject({ total: 1, notice: 'fallback-engine' })
    expect(performance.now() - begun).toBeLessThan(LONGEST_WAIT)
  })
})

describe('a Meilisearch that is not there', () => {
  it('is told of at once', async () => {
    open('none')
    await expect(search()).rejects.toThrow(SearchUnavailable)
    await expect(engines.kept[0].generation()).rejects.toThrow(SearchUnavailable)
    await expect(engines.kept[0].put([searchDocument({ id: 'one' })])).rejects.toThrow(
      SearchUnavailable,
    )
  })
})
