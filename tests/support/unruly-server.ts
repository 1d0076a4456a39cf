import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type UnrulyServer = {
  /** Such as `http://127.0.0.1:4711`. */
  readonly origin: string
  /** Every request so far, such as `HEAD /gone`. */
  readonly asked: readonly string[]
  /** Stops answering: connections are refused from then on. */
  readonly die: () => Promise<void>
  /** Comes back at the same address. */
  readonly live: () => Promise<void>
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const listening = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })

/** A web server on this machine that answers by path as it is told; what no line names is 404. */
export async function unrulyServer(
  answers: Readonly<Record<string, Answer>>,
): Promise<UnrulyServer> {
  const asked: string[] = []
  const open = () =>
    createServer((request, response) => {
      asked.push(`${request.method ?? ''} ${request.url ?? ''}`)
      const answer = answers[request.url ?? '']
      if (answer) answer(request, response)
      else response.writeHead(404).end()
    })
  let server = open()
  await listening(server, 0)
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    die: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
    live: async () => {
      server = open()
      await listening(server, port)
    },
  }
}

/** An answer of one status, and where it leads. */
export const answering =
  (status: number, location?: string): Answer =>
  (_request, response) => {
    response.writeHead(status, location ? { Location: location } : {}).end()
  }
