import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, it, vi } from 'vitest'
import type { Patience } from '@/app/harden-connections'

const SHORT: Patience = { headersMs: 300, requestMs: 600 }

const ENDED: (() => void)[] = []
afterEach(() => {
  for (const end of ENDED.splice(0)) end()
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** A real server, hardened as that of a site at this address is. It looks for late requests far oftener than Node's own. */
async function serverOf(siteUrl: string, patience?: Patience): Promise<Server> {
  vi.stubEnv('SITE_URL', siteUrl)
  vi.stubEnv('PAYLOAD_SECRET', 'f3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  const { hardenConnections } = await import('@/app/harden-connections')
  const takeAll: RequestListener = (request, response) => {
    request.resume().once('end', () => response.end('heard'))
  }
  const server = createServer({ connectionsCheckingInterval: 50 }, takeAll)
  ENDED.push(hardenConnections(patience), () => server.close().closeAllConnections())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return server
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** The site sees to its patience at the first request it hears. */
const ask = (server: Server): Promise<Response> => fetch(`http://127.0.0.1:${portOf(server)}/`)

/** What comes back to somebody who sends this much and then no more, until the connection is closed. */
async function answerToPart(server: Server, part: string): Promise<string> {
  const socket = connect(portOf(server), '127.0.0.1')
  ENDED.push(() => socket.destroy())
  socket.write(part)
  return text(socket)
}

it('H39 gives up on a request whose headers do not come', async () => {
  const server = await serverOf('http://localhost:3000', SHORT)
  await ask(server)

  expect(await answerToPart(server, 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')).toMatch(
    /^HTTP\/1\.1 408 /,
  )
})

it('H39 gives up on a request whose body does not come', async () => {
  const server = await serverOf('http://localhost:3000', SHORT)
  await ask(server)
  const begun = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx'

  expect(await answerToPart(server, begun)).toMatch(/^HTTP\/1\.1 408 /)
})

it('H39 waits a quarter of a minute for headers and two minutes for the whole, and hears what comes in time', async () => {
  const server = await serverOf('http://localhost:3000')

  expect(await (await ask(server)).text()).toBe('heard')
  expect([server.headersTimeout, server.requestTimeout]).toEqual([15_000, 120_000])
})

it('H54 tells browsers to come back over https alone, where the site is served so', async () => {
  const server = await serverOf('https://signpost.example')
  const { headers } = await ask(server)

  expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
})

it('H54 says nothing of https on a machine of one’s own', async () => {
  const { headers } = await ask(await serverOf('http://localhost:3000'))

  expect(headers.has('strict-transport-security')).toBe(false)
})
