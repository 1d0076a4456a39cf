import { createHmac } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import { deriveKey } from '@/lib/derive-key'
import { now } from '../who'
import { actorOf, type AuditEntry, originOf } from './audit-entry'

const LONGEST = 300

const short = (text: string | null | undefined): string | undefined =>
  text ? text.slice(0, LONGEST) : undefined

/** The same for the same address, and useless to whoever lacks the service's secret. */
export const hashOfOrigin = (secret: string, from: string): string =>
  createHmac('sha256', deriveKey(secret, 'audit origins')).update(from).digest('hex').slice(0, 32)

/** The columns that hold something: MongoDB keeps none of the others. */
function rowOf(secret: string, { act, by, on, details, from, now: at }: AuditEntry) {
  const columns = {
    at: at.toISOString(),
    act,
    byKind: by.kind,
    byId: by.id,
    byName: short(by.name),
    onKind: on?.kind,
    onId: on?.id,
    onName: short(on?.name),
    details: short(details),
    fromHash: from ? hashOfOrigin(secret, from) : undefined,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

/**
 * Writes down that something was done. Never fails: the act stands whether or not it could be recorded, and what could
 * not be recorded is told in the log. Not safe to repeat: each call is an entry.
 */
export async function keepRecord(payload: Payload, entry: AuditEntry): Promise<void> {
  try {
    await payload.db.create({ collection: 'audit-events', data: rowOf(payload.secret, entry) })
  } catch (err) {
    const { act, by, on } = entry
    payload.logger.error({ err, msg: 'An act could not be recorded', act, by: by.id, on: on?.id })
  }
}

/** The same from a hook: who did it, from where and when are the request's. */
export const keepRecordOf = (
  req: PayloadRequest,
  entry: Pick<AuditEntry, 'act' | 'on' | 'details'> & Partial<Pick<AuditEntry, 'by'>>,
): Promise<void> =>
  keepRecord(req.payload, { by: actorOf(req), from: originOf(req), now: now(req), ...entry })
