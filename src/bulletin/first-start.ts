import type { Payload } from 'payload'
import { freezeItems } from './freeze-items'
import { newestIssue } from './issues'
import { writeOnce } from '@/lib/write-once'

const KEY = 'enabledAt'

async function enabledAt(payload: Payload): Promise<Date | null> {
  const row = await payload.db.findOne<{ id: string; value: unknown }>({
    collection: 'mailer-state',
    where: { key: { equals: KEY } },
  })
  const at = (row?.value as { at?: unknown } | undefined)?.at
  return typeof at === 'string' ? new Date(at) : null
}

/**
 * Since when the Bulletin is in use here. The first call sets it.
 *
 * What was published before then is taken as announced, by items that belong to no issue, so that the first Bulletin
 * does not mail the archive. Safe to repeat: the date is written last and once.
 */
export async function ensureEnabled(payload: Payload, now: Date): Promise<Date> {
  const already = await enabledAt(payload)
  if (already) return already
  if (!(await newestIssue(payload))) await freezeItems(payload, 'before-the-first-issue', now)
  await markEnabled(payload, now)
  return (await enabledAt(payload)) ?? now
}

/** Puts the Bulletin in use as of `at`, with nothing barred but by `announceFrom`. The seed calls this. */
export const markEnabled = (payload: Payload, at: Date): Promise<boolean> =>
  writeOnce(payload, 'mailer-state', { key: KEY, value: { at: at.toISOString() } })
