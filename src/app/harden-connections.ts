import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Server, ServerResponse } from 'node:http'
import { settings } from '@/config/settings'

const SECOND = 1000

/** How long a request may take to arrive, in milliseconds: its headers, and the whole of it. */
export type Patience = { readonly headersMs: number; readonly requestMs: number }

const PATIENCE: Patience = { headersMs: 15 * SECOND, requestMs: 120 * SECOND }

/** A browser that has seen the site once over https comes back over nothing else for a year. */
const FOR_A_YEAR = 'max-age=31536000; includeSubDomains'

const STARTED = 'http.server.request.start'

/**
 * Gives up on requests that take too long to arrive, so that many slow ones cannot hold the site, and tells browsers to
 * use https where the site does. Called once, before the first request.
 *
 * Node looks for late requests every 30 seconds: one may take that much longer.
 *
 * @returns how to stop
 */
export function hardenConnections({ headersMs, requestMs } = PATIENCE): () => void {
  const isHttps = settings().siteUrl.startsWith('https:')
  const harden = (message: unknown) => {
    const { response, server } = message as { response: ServerResponse; server: Server }
    server.headersTimeout = headersMs
    server.requestTimeout = requestMs
    if (isHttps) response.setHeader('Strict-Transport-Security', FOR_A_YEAR)
  }
  subscribe(STARTED, harden)
  return () => {
    unsubscribe(STARTED, harden)
  }
}
