import { setImmediate } from 'node:timers/promises'

const PAGE = 200

/**
 * Walks rows in the order of their keys, a page at a time.
 *
 * The embedded database answers without yielding, so each page lets the rest of the process have a turn.
 */
export async function* everyRow<T extends { readonly key: string }>(
  pageAfter: (after: string, limit: number) => Promise<readonly T[]>,
): AsyncGenerator<T> {
  let after = ''
  for (;;) {
    const page = await pageAfter(after, PAGE)
    yield* page
    if (page.length < PAGE) return
    after = page.at(-1)?.key ?? after
    await setImmediate()
  }
}
