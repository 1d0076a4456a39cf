import type { CollectionBeforeDeleteHook } from 'payload'
import { refusal } from '@/lib/refusal'

const SHOWN = 3

/** A source that briefings rest on cannot vanish from under them. */
export const refuseWhileItIsCited: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { docs, totalDocs } = await req.payload.find({
    collection: 'briefings',
    where: { sources: { in: [id] } },
    limit: SHOWN,
    depth: 0,
    select: { title: true },
    overrideAccess: true,
    req,
  })
  if (totalDocs === 0) return
  const titles = docs.map(({ title }) => `“${title}”`).join(', ')
  const more = totalDocs > SHOWN ? ` and ${totalDocs - SHOWN} more` : ''
  throw refusal(`This source is used by ${titles}${more}. Take it out of them first.`, 409)
}
