import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import { issueByKey } from '../issues'
import type { LastLook } from '../last-look'
import { readerOf } from '../reader'
import { publicIds } from '../still-public'

const areAll =
  (payload: Payload, collection: 'briefings' | 'articles') =>
  async (ids: readonly string[], now: Date): Promise<boolean> =>
    (await publicIds(payload, collection, ids, now)).size === new Set(ids).size

/** A last look through Payload, in either database. */
export const payloadLastLook = (
  payload: Payload,
  settings: Pick<Settings, 'secret'>,
): LastLook => ({
  standingOf: (memberId, now) => readerOf({ payload, settings, now }, memberId),
  areAllPublic: areAll(payload, 'briefings'),
  areArticlesPublic: areAll(payload, 'articles'),
  isSending: async (issueKey) => (await issueByKey(payload, issueKey))?.state === 'sending',
})
