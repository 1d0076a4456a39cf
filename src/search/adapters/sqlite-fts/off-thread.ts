import { Worker } from 'node:worker_threads'
import { type SearchEngine, SearchUnavailable } from '../../search-engine'
import type { Answer, Question, Reading } from './search-thread'

type Waiting = {
  readonly resolve: (answer: never) => void
  readonly reject: (fault: Error) => void
}

/** A question as it is put, without its number. */
type Put = Question extends infer One ? (One extends Question ? Omit<One, 'number'> : never) : never

const unavailable = (cause: unknown) =>
  new SearchUnavailable('The search index could not be read.', { cause })

/** Readers' questions, answered by a thread of its own that ends with the process. A thread that died is started anew. */
function askingThread(program: string, path: string) {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let count = 0

  const settle = (answer: Answer) => {
    const asker = waiting.get(answer.number)
    waiting.delete(answer.number)
    if ('fault' in answer) asker?.reject(unavailable(answer.fault))
    else asker?.resolve(answer.answer as never)
    if (waiting.size === 0) thread?.unref()
  }

  function start(): Worker {
    const started = new Worker(program, { workerData: { path } })
    const lose = (fault: unknown) => {
      if (thread !== started) return
      thread = undefined
      for (const asker of waiting.values()) asker.reject(unavailable(fault))
      waiting.clear()
    }
    started.on('message', settle)
    started.on('error', lose)
    started.on('exit', lose)
    return started
  }

  return {
    ask: <T>(question: Put): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        thread ??= start()
        count += 1
        waiting.set(count, { resolve, reject })
        thread.ref()
        thread.postMessage({ ...question, number: count })
      }),
    end: async () => {
      await thread?.terminate()
    },
  }
}

export type OffThreadArguments = {
  readonly engine: SearchEngine
  /** The thread's program, as the build made it. */
  readonly program: string
  /** The index file. */
  readonly path: string
  /** From how many briefings on a search is long enough to keep others waiting. */
  readonly isLargeFrom: number
  readonly clock: () => Date
}

const LOOKED_AT_EVERY_MS = 60_000

/**
 * The embedded engine, whose searches leave the request thread free once the archive is large.
 *
 * libsql works synchronously, and a search of ten thousand briefings takes tens of milliseconds in which nobody else
 * would be answered. A small archive is searched where the question is asked: handing it over would cost more.
 */
export function offThread(args: OffThreadArguments): SearchEngine {
  const { engine, program, path, isLargeFrom, clock } = args
  const thread = askingThread(program, path)
  let lookedAt = 0
  let isLarge = false

  async function isWorthIt(): Promise<boolean> {
    const now = clock().getTime()
    if (Math.abs(now - lookedAt) < LOOKED_AT_EVERY_MS) return isLarge
    lookedAt = now
    isLarge = (await engine.count('members')) >= isLargeFrom
    return isLarge
  }

  const search: Reading['search'] = async (...words) =>
    (await isWorthIt()) ? thread.ask({ name: 'search', words }) : engine.search(...words)
  const suggest: Reading['suggest'] = async (...words) =>
    (await isWorthIt()) ? thread.ask({ name: 'suggest', words }) : engine.suggest(...words)

  return {
    ...engine,
    search,
    suggest,
    close: async () => {
      await thread.end()
      await engine.close()
    },
  }
}
