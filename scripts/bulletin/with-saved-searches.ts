import type { FindsAmong } from '@/bulletin/issue-news'
import { findsAmong } from '@/reading/finds-among'
import { makeSearchEngine } from '@/search/make-search-engine'
import type { BulletinCommand } from './options'

/** Does something with readers' saved searches at hand, and closes the search after it. */
export async function withSavedSearches<T>(
  command: BulletinCommand,
  run: (finds: FindsAmong) => Promise<T>,
): Promise<T> {
  const engine = makeSearchEngine(await command.settings())
  try {
    return await run(findsAmong({ payload: await command.payload(), engine }))
  } finally {
    await engine.close()
  }
}
