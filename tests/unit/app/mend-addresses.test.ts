import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { mendAddresses } from '@/app/mend-addresses'

it('shows the site no address that it cannot decode', async () => {
  mendAddresses()
  const seen: string[] = []
  const server = createServer((asked, response) => {
    seen.push(asked.url ?? '')
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  for (const path of ['/sign-in/%E0%A4%A?next=%2F', '/%ff', '/blog/caf%C3%A9']) {
    const asking = request({ host: '127.0.0.1', port, path, agent: false }).end()
    const [answer] = (await once(asking, 'response')) as [IncomingMessage]
    answer.resume()
    await once(answer, 'end')
  }
  server.close()

  expect(seen).toEqual(['/sign-in/%25E0%25A4%25A?next=%2F', '/%25ff', '/blog/caf%C3%A9'])
})
