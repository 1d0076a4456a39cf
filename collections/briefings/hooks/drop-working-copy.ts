import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { workingCopyKey } from '@/lib/working-copy-key'
import type { Briefing } from '@/payload-types'

/** What was typed is saved: what was kept of it meanwhile is not needed any more. Comes after the save, never before. */
export const dropWorkingCopy: CollectionAfterChangeHook<Briefing> = async ({ data, req }) => {
  if (req.user?.collection !== 'staff') return
  const { keptAs } = data as { keptAs?: string | null }
  if (!keptAs) return
  await req.payload.db.deleteMany({
    collection: 'working-copies',
    where: { key: { equals: workingCopyKey(req.user.id, keptAs) } },
  })
}

export const dropWorkingCopies: CollectionAfterDeleteHook<Briefing> = async ({ id, req }) => {
  await req.payload.db.deleteMany({
    collection: 'working-copies',
    where: { document: { equals: String(id) } },
  })
}
