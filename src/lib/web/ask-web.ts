import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { MayAsk } from './is-public-address'

export type WebQuestion = {
  readonly url: URL
  readonly method: 'HEAD' | 'GET'
  /** Asked of every address before anything is sent to it. */
  readonly mayAsk: MayAsk
  /** For the whole exchange, in milliseconds: a server that drips is cut off too. */
  readonly timeoutMs: number
  /** No more than this much of a body is read. */
  readonly mostBytes: number
  readonly headers: Readonly<Record<string, string>>
}

export type WebAnswer =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly location: string | null
      /** Up to `mostBytes` of it, as UTF-8. */
      readonly body: string
    }
  /** The address is not one that may be asked: nothing was sent. */
  | { readonly kind: 'refused-address' }
  | { readonly kind: 'no-such-host' }
  | { readonly kind: 'no-connection'; readonly code: string }
  | { readonly kind: 'timed-out' }

class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

/**
 * Resolves a name and hands the very addresses that were checked to the connection: a name that resolves to something
 * else a moment later changes nothing. One address that may not be asked spoils the name.
 */
const checkedLookup =
  (mayAsk: MayAsk): LookupFunction =>
  (hostname, options, callback) => {
    dns.lookup(hostname, { ...options, all: true }, (fault, addresses) => {
      if (fault) {
        callback(fault, '', 0)
        return
      }
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => mayAsk(address))) {
        callback(new AddressRefused('This address is not one to ask.'), '', 0)
        return
      }
      if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }

const NO_SUCH_HOST = new Set(['ENOTFOUND', 'ENODATA'])

function answerOfFault(fault: unknown, signal: AbortSignal): WebAnswer {
  if (signal.aborted) return { kind: 'timed-out' }
  if (fault instanceof AddressRefused) return { kind: 'refused-address' }
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown'
  return NO_SUCH_HOST.has(code) ? { kind: 'no-such-host' } : { kind: 'no-connection', code }
}

async function readSome(answer: http.IncomingMessage, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, mostBytes - bytes))
    bytes += chunk.byteLength
    if (bytes >= mostBytes) break
  }
  return Buffer.concat(chunks).toString('utf8')
}

const hostIn = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

function opened(question: WebQuestion, signal: AbortSignal): Promise<http.IncomingMessage> {
  const { url, method, headers, mayAsk } = question
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    request(
      {
        protocol: url.protocol,
        hostname: hostIn(url),
        port: url.port,
        path: url.pathname + url.search,
        method,
        headers,
        signal,
        agent: false,
        lookup: checkedLookup(mayAsk),
      },
      resolve,
    )
      .on('error', reject)
      .end()
  })
}

/**
 * Asks one address once, follows nothing, and sends no names, cookies or passwords.
 *
 * Whatever the other side does, an answer comes within `timeoutMs`. Safe to repeat.
 */
export async function askWeb(question: WebQuestion): Promise<WebAnswer> {
  const { url, mayAsk, mostBytes } = question
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { kind: 'refused-address' }
  // A literal address is never looked up.
  if (isIP(hostIn(url)) && !mayAsk(hostIn(url))) return { kind: 'refused-address' }
  const signal = AbortSignal.timeout(question.timeoutMs)
  try {
    const answer = await opened(question, signal)
    try {
      const body = question.method === 'HEAD' ? '' : await readSome(answer, mostBytes)
      const { statusCode: status = 0, headers } = answer
      return { kind: 'answered', status, location: headers.location ?? null, body }
    } finally {
      answer.destroy()
    }
  } catch (fault) {
    return answerOfFault(fault, signal)
  }
}
