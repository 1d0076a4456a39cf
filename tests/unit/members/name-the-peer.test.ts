import { once } from 'node:events'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { nameThePeer } from '@/app/name-the-peer'
import { clientAddress, PEER_HEADER } from '@/lib/client-address'

it('names the other end of the connection, whatever the sender says of themselves', async () => {
  nameThePeer()
  let seen = ''
  const server = createServer((request, response) => {
    seen = clientAddress(new Headers(request.headers as Record<string, string>), 0)
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const lies = { [PEER_HEADER]: '203.0.113.9', 'x-forwarded-for': '203.0.113.9' }

  const request = get({ host: '127.0.0.1', port, headers: lies, agent: false })
  const [answer] = (await once(request, 'response')) as [NodeJS.ReadableStream]
  answer.resume()
  await once(answer, 'end')
  server.close()

  expect(seen).toBe('127.0.0.1')
})
