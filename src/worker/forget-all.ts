import type { Payload } from 'payload'
import { forgetRecord } from '@/access/record/forget-record'
import { forgetOldWork } from '@/briefings/working-copies'
import { forgetPast } from '@/bulletin/forget-past'
import type { Settings } from '@/config/settings'
import { onItsOwn } from '@/lib/on-its-own'
import { forgetSearches } from '@/search/forget-searches'

type Args = {
  readonly payload: Payload
  readonly settings: Pick<Settings, 'search' | 'recordDays'>
  readonly now: Date
}

/**
 * Forgets what docs/operations.md says is forgotten, but for what accounts do themselves. A step that fails keeps none of
 * the others from being done. Safe to repeat.
 */
export async function forgetAll({ payload, settings, now }: Args): Promise<void> {
  const { search, recordDays } = settings
  const { logger } = payload
  await onItsOwn(logger, 'Forgetting searches', () =>
    forgetSearches({ payload, logDays: search.logDays, now }),
  )
  await onItsOwn(logger, 'Forgetting what the Bulletin kept', () => forgetPast(payload, now))
  await onItsOwn(logger, 'Forgetting what was typed', () => forgetOldWork(payload, now))
  await onItsOwn(logger, 'Forgetting the record', () =>
    forgetRecord({ payload, days: recordDays, now }),
  )
}
