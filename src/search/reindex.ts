import type { Payload } from 'payload'
import { indexPublished } from './index-published'
import { publishedIds, readPublished } from './read-published'
import type { SearchEngine } from './search-engine'
import { readSubjects } from './subjects'

type Args = {
  readonly payload: Payload
  readonly engine: SearchEngine
  readonly now: Date
  readonly onProgress?: (done: number, all: number) => void
}

const BATCH = 20

/**
 * Builds the whole index anew beside the one that answers, and puts it in its place when done: readers notice nothing.
 *
 * What was published meanwhile went into the old index, so one comparison of everything follows. Safe to repeat.
 */
export async function reindex({ payload, engine, now, onProgress }: Args): Promise<number> {
  const subjects = await readSubjects(payload)
  const ids = await publishedIds(payload, now)
  await engine.rebuild(async (put) => {
    for (let start = 0; start < ids.length; start += BATCH) {
      await put(await readPublished(payload, subjects, ids.slice(start, start + BATCH), now))
      onProgress?.(Math.min(start + BATCH, ids.length), ids.length)
    }
  })
  await indexPublished({ payload, engine, now })
  return engine.count('members')
}
