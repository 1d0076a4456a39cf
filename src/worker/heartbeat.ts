import type { Payload } from 'payload'
import { writeOnce } from '@/lib/write-once'

const KEY = 'worker'

/** Notes that a worker is at work. Safe to repeat, and from several workers: the newest note stands. */
export async function noteHeartbeat(payload: Payload, now: Date): Promise<void> {
  const value = { at: now.toISOString() }
  const changed: unknown = await payload.db.updateOne({
    collection: 'mailer-state',
    where: { key: { equals: KEY } },
    data: { value },
    options: { atomic: true },
  })
  if (changed === null) await writeOnce(payload, 'mailer-state', { key: KEY, value })
}

/** When a worker was last at work, or null where none ever was. */
export async function lastHeartbeat(payload: Payload): Promise<Date | null> {
  const row = await payload.db.findOne<{ id: string; value: unknown }>({
    collection: 'mailer-state',
    where: { key: { equals: KEY } },
  })
  const at = (row?.value as { at?: unknown } | undefined)?.at
  return typeof at === 'string' ? new Date(at) : null
}
