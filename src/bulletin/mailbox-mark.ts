import type { Payload } from 'payload'
import { throughConflicts, writeOnce } from '@/lib/write-once'
import type { OpenMailbox } from './mailbox'

const collection = 'mailer-state'
const keyOf = (name: string): string => `mailbox:${name}`

/** How far a mailbox was read: everything after this message is still to come. Zero for a mailbox numbered anew. */
export async function readMark(
  payload: Payload,
  name: string,
  { numbering }: Pick<OpenMailbox, 'numbering'>,
): Promise<number> {
  const row = await payload.db.findOne<{ id: string; value: unknown }>({
    collection,
    where: { key: { equals: keyOf(name) } },
  })
  const mark = row?.value as { numbering?: unknown; uid?: unknown } | undefined
  return mark?.numbering === numbering && typeof mark.uid === 'number' ? mark.uid : 0
}

/** Notes that a mailbox was read up to a message. Written last: a crash before it has the message read once more. */
export async function writeMark(
  payload: Payload,
  name: string,
  { numbering }: Pick<OpenMailbox, 'numbering'>,
  uid: number,
): Promise<void> {
  const key = keyOf(name)
  const value = { numbering, uid }
  const where = { key: { equals: key } }
  const changed: unknown = await throughConflicts(() =>
    payload.db.updateOne({ collection, where, data: { value }, options: { atomic: true } }),
  )
  if (changed === null) await writeOnce(payload, collection, { key, value })
}
