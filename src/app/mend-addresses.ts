import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { decodablePath } from '@/lib/decodable-path'

/**
 * Mends addresses whose percent signs cannot be decoded, such as a mail program leaves of a link it cut: Next would answer
 * them with a fault of the server. Called once, before the first request.
 */
export function mendAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    if (request.url) request.url = decodablePath(request.url)
  })
}
