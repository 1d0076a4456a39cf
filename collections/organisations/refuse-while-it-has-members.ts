import type { CollectionBeforeDeleteHook } from 'payload'
import { refusal } from '@/lib/refusal'

/** Members belong to an organisation: one that is deleted under them would lock them out without a word. */
export const refuseWhileItHasMembers: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.count({
    collection: 'members',
    where: { organisation: { equals: id } },
    overrideAccess: true,
    req,
  })
  if (totalDocs === 0) return
  const members = totalDocs === 1 ? 'one member' : `${totalDocs} members`
  throw refusal(
    `This organisation has ${members}. Move them to another or delete them first; to end its access, set the day its membership ends.`,
    409,
  )
}
