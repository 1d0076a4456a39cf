import type { Payload, Where } from 'payload'
import { throughConflicts } from '@/lib/write-once'
import type { JoinRequest } from '@/payload-types'

/** Changes a wish to join that is in one state: one conditional write, of any number at once exactly one succeeds. */
export async function changeRequest(
  payload: Payload,
  id: string,
  state: JoinRequest['state'],
  data: Record<string, unknown>,
  more: readonly Where[] = [],
): Promise<boolean> {
  const row: unknown = await throughConflicts(() =>
    payload.db.updateOne({
      collection: 'join-requests',
      where: { and: [{ id: { equals: id } }, { state: { equals: state } }, ...more] },
      data,
      options: { atomic: true },
    }),
  )
  return row !== null
}
