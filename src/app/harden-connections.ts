import { subscribe } from 'node:diagnostics_channel'
import type { Server, ServerResponse } from 'node:http'
import { settings } from '@/config/settings'

const SECOND = 1000

/** A browser that has seen the site once over https comes back over nothing else for a year. */
const FOR_A_YEAR = 'max-age=31536000; includeSubDomains'

/**
 * Gives up on requests that take too long to arrive, so that many slow ones cannot hold the site, and tells browsers to
 * use https where the site does. Called once, before the first request.
 */
export function hardenConnections(): void {
  const isHttps = settings().siteUrl.startsWith('https:')
  subscribe('http.server.request.start', (message) => {
    const { response, server } = message as { response: ServerResponse; server: Server }
    server.headersTimeout = 15 * SECOND
    server.requestTimeout = 120 * SECOND
    if (isHttps) response.setHeader('Strict-Transport-Security', FOR_A_YEAR)
  })
}
