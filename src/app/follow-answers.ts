import { subscribe } from 'node:diagnostics_channel'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Names a request to the page that answers it. Written over whatever the sender put there. */
export const ANSWER_HEADER = 'x-signpost-answer'

type Answers = Map<string, ServerResponse>

const KEY = Symbol.for('signpost.answers')

/** One map for the process: the server's start and its pages are bundled apart and share no module. */
export function answersUnderWay(): Answers {
  const shared = globalThis as unknown as Record<symbol, Answers | undefined>
  return (shared[KEY] ??= new Map<string, ServerResponse>())
}

/**
 * Lets a page set the status of its answer (docs/decisions/008-not-found-without-javascript.md).
 *
 * Called once, before the first request.
 */
export function followAnswers(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const id = randomUUID()
    request.headers[ANSWER_HEADER] = id
    answersUnderWay().set(id, response)
    response.once('close', () => answersUnderWay().delete(id))
  })
}
