import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { PEER_HEADER } from '@/lib/client-address'

/**
 * Writes who is at the other end of the connection into every request this process receives, over whatever the sender
 * wrote there. Pages see headers alone, and Next passes on an `X-Forwarded-For` anybody may have made up.
 */
export function nameThePeer(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? ''
  })
}
