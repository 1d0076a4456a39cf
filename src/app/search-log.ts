import 'server-only'
import { headers } from 'next/headers'
import { after } from 'next/server'
import type { Viewer } from '@/access/viewer'
import { settings } from '@/config/settings'
import { limitOf } from '@/lib/limit'
import { type Click, entryOf, logClick, logSearch } from '@/search/log-search'
import type { SearchRequest } from '@/search/search-request'
import { asksAsAPerson, opensAPage } from './asks-as-a-person'
import { theAttempts } from './attempts'
import { theClientAddress } from './client'
import { thePayload } from './payload'

type Searched = {
  readonly request: SearchRequest
  readonly total: number
  readonly viewer: Viewer
}

/** From one place in a quarter of an hour. More is no person's reading, and not worth keeping. */
const searchesFrom = limitOf(120, 15, { name: 'searches logged from', store: theAttempts })
const clicksFrom = limitOf(240, 15, { name: 'clicks logged from', store: theAttempts })

const isKept = (asked: Headers) => settings().search.logDays > 0 && asksAsAPerson(asked)

/** Writes the log and forgets a failure: what we learn from a search is never worth the search. */
async function unlessItFails(write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (err) {
    const payload = await thePayload()
    payload.logger.error({ err, msg: 'A search was not logged' })
  }
}

/**
 * Remembers the search of a page that is being opened, once the answer is out.
 *
 * @returns the key by which a click on a result is told, or null where the search is not logged.
 */
export async function rememberOpened(searched: Searched): Promise<string | null> {
  const asked = new Headers(await headers())
  const entry = isKept(asked) && opensAPage(asked) && entryOf({ ...searched, now: new Date() })
  if (!entry) return null
  const from = await theClientAddress()
  after(() =>
    unlessItFails(async () => {
      const { kind } = await searchesFrom(from, new Date())
      if (kind === 'allowed') await logSearch(await thePayload(), entry)
    }),
  )
  return entry.key
}

/** As {@link rememberOpened}, for a search that a page shows already. Answers when it is written. */
export async function rememberShown(searched: Searched): Promise<string | null> {
  const asked = new Headers(await headers())
  const entry = isKept(asked) && entryOf({ ...searched, now: new Date() })
  if (!entry) return null
  const { kind } = await searchesFrom(await theClientAddress(), new Date())
  if (kind === 'wait') return null
  await unlessItFails(async () => logSearch(await thePayload(), entry))
  return entry.key
}

/** Notes the result opened first. Never fails. */
export async function rememberClick(click: Click): Promise<void> {
  const { kind } = await clicksFrom(await theClientAddress(), new Date())
  if (kind === 'allowed') await unlessItFails(async () => logClick(await thePayload(), click))
}
