import {
  type EnqueuedTask,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchError,
  type Task,
} from 'meilisearch'
import { SearchUnavailable } from '../../search-engine'

/** A reader waits no longer. */
export const READER_MS = 2900
const LOOP_MS = 30_000
const TASK_MS = 10 * 60_000
const LOOK_MS = 25

export type Address = { readonly url: string; readonly key: string | undefined }

export type Connection = {
  /** For readers: gives up in time for them to be told. */
  readonly quick: Meilisearch
  /** For the loop, which may wait. */
  readonly patient: Meilisearch
}

/** The engine took the work and could not do it. */
export class MeilisearchTaskFailed extends Error {
  override readonly name = 'MeilisearchTaskFailed'
  readonly code: string
  constructor({ type, status, error }: Task) {
    super(`Meilisearch ${status} a task (${type}): ${error?.message ?? 'it gave no reason'}`)
    this.code = error?.code ?? status
  }
}

/** Compressed answers leave Meilisearch in several writes and wait 40 ms for each other: plain ones do not. */
const PLAIN = { headers: { 'Accept-Encoding': 'identity' } }

export function connect({ url, key }: Address): Connection {
  const client = (timeout: number) =>
    new Meilisearch({ host: url, timeout, requestInit: PLAIN, ...(key && { apiKey: key }) })
  return { quick: client(READER_MS), patient: client(LOOP_MS) }
}

const isApiFault = (fault: unknown, code: string): boolean =>
  fault instanceof MeilisearchApiError && fault.cause?.code === code

export const isMissingIndex = (fault: unknown): boolean => isApiFault(fault, 'index_not_found')

export const isForbidden = (fault: unknown): boolean => isApiFault(fault, 'invalid_api_key')

/** A question the engine does not understand is a fault of ours and stays what it is. */
function explained(fault: unknown): unknown {
  const isOurs = fault instanceof MeilisearchApiError && fault.response.status === 400
  const isTheirs = fault instanceof MeilisearchError || fault instanceof SyntaxError
  if (isOurs || !isTheirs) return fault
  return new SearchUnavailable(`Meilisearch did not answer: ${fault.message}`, { cause: fault })
}

/** @throws {SearchUnavailable} where the engine cannot be reached, is too slow, too busy, or refuses the key. */
export async function asking<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question()
  } catch (fault) {
    throw explained(fault)
  }
}

/**
 * Waits until the engine has done what it took on: searches then see it.
 *
 * @throws {MeilisearchTaskFailed} where it could not; nothing else tells, the client resolves all the same.
 */
export async function done({ patient }: Connection, task: Promise<EnqueuedTask>): Promise<void> {
  const { taskUid } = await asking(() => task)
  const ended = await asking(() =>
    patient.tasks.waitForTask(taskUid, { timeout: TASK_MS, interval: LOOK_MS }),
  )
  if (ended.status !== 'succeeded') throw new MeilisearchTaskFailed(ended)
}
