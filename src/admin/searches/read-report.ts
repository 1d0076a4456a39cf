import { setImmediate } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import type { SearchLog } from '@/payload-types'
import { type LoggedSearch, type SearchReport, SearchTally } from './tally'

export const PERIODS = [7, 30, 90] as const
export type Period = (typeof PERIODS)[number]

/** Whose searches are counted: of readers unless one class is chosen. */
export type Whose = 'readers' | SearchLog['viewerClass']

export type ReportChoice = { readonly days: Period; readonly whose: Whose }

const DAY = 24 * 60 * 60 * 1000
const BATCH = 2000

type Row = LoggedSearch & { readonly id: string }

const SELECT = { text: true, total: true, searchedAt: true, clickedRank: true } as const

const byWhom = (whose: Whose): Where =>
  whose === 'readers'
    ? { viewerClass: { not_equals: 'staff' } }
    : { viewerClass: { equals: whose } }

/**
 * What was searched for in the last days, counted. Whoever shows it has made sure that staff ask.
 *
 * Read in batches below the Local API, which would run its hooks for each of many thousand rows; others are served between.
 */
export async function readReport(
  payload: Payload,
  { days, whose }: ReportChoice,
  now: Date,
): Promise<SearchReport> {
  const tally = new SearchTally(days, now)
  const since = new Date(now.getTime() - days * DAY).toISOString()
  const wanted = [{ searchedAt: { greater_than: since } }, byWhom(whose)]
  let after: string | undefined
  for (;;) {
    const { docs } = await payload.db.find<Row>({
      collection: 'search-log',
      where: { and: after === undefined ? wanted : [...wanted, { id: { greater_than: after } }] },
      sort: 'id',
      limit: BATCH,
      pagination: false,
      select: SELECT,
    })
    for (const row of docs) tally.add(row)
    if (docs.length < BATCH) return tally.report()
    after = docs.at(-1)?.id
    await setImmediate()
  }
}
