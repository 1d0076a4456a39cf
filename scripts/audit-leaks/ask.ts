import { Agent, request as send } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

export type Asked = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** As they came over the wire. */
  readonly raw: Buffer
  /** Unpacked where they were packed for the way. */
  readonly body: Buffer
}

/** Asks the site one question. Follows no redirect, keeps no cookie. */
export type Ask = (path: string, asked?: Asked) => Promise<Answer>

function unpackedBody(raw: Buffer, encoding: string | undefined): Buffer {
  if (raw.length === 0) return raw
  if (encoding === 'gzip') return gunzipSync(raw)
  return encoding === 'br' ? brotliDecompressSync(raw) : raw
}

const LONGEST_MS = 120_000

/** A connection that was kept open had been closed by the site when it was used again: nothing was asked yet. */
class ClosedMeanwhile extends Error {}

/** A plain client, since `fetch` writes headers of its own. `count` says how many questions were asked. */
export function askerOf(siteUrl: string): {
  ask: Ask
  count: () => number
  close: () => void
} {
  const { hostname, port } = new URL(siteUrl)
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  let asked = 0
  const once = (path: string, { method = 'GET', headers = {}, body }: Asked): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const outgoing = send(
        {
          agent,
          hostname,
          port,
          path,
          method,
          timeout: LONGEST_MS,
          headers: {
            'Accept-Encoding': 'gzip',
            ...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }),
            ...headers,
          },
        },
        (incoming) => {
          const chunks: Buffer[] = []
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
          incoming.once('error', reject)
          incoming.once('end', () => {
            const raw = Buffer.concat(chunks)
            const encoding = incoming.headers['content-encoding']
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              raw,
              body: unpackedBody(raw, encoding),
            })
          })
        },
      )
      outgoing.once('error', (fault) =>
        reject(outgoing.reusedSocket ? new ClosedMeanwhile(fault.message) : fault),
      )
      outgoing.once('timeout', () => outgoing.destroy(new Error(`${method} ${path} had no answer`)))
      outgoing.end(body)
    })
  const ask: Ask = async (path, question = {}) => {
    asked += 1
    for (let times = 1; ; times += 1) {
      try {
        return await once(path, question)
      } catch (fault) {
        if (!(fault instanceof ClosedMeanwhile) || times >= 3) throw fault
      }
    }
  }
  return { ask, count: () => asked, close: () => agent.destroy() }
}
