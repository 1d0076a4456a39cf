import type { Payload } from 'payload'
import { payloadUserOf, readsMemberText, type Viewer } from '@/access/viewer'
import { type OpenedFile, openFile } from './open-file'

/**
 * The file of a briefing, for those who may read that briefing; staff open any.
 *
 * `missing` stands for a file that does not exist and for one that is not the viewer's to know of.
 */
export async function openAttachment({
  payload,
  id,
  viewer,
  folder,
  now,
}: {
  payload: Payload
  id: string
  viewer: Viewer
  /** Where attachments lie on disk. */
  folder: string
  now: Date
}): Promise<OpenedFile> {
  if (!readsMemberText(viewer)) return { kind: 'missing' }
  const asViewer = { overrideAccess: false, user: payloadUserOf(viewer), context: { now } }
  const { docs } = await payload.find({
    collection: 'attachments',
    ...asViewer,
    overrideAccess: false,
    depth: 0,
    limit: 1,
    pagination: false,
    where: { id: { equals: id } },
  })
  const attachment = docs[0]
  if (!attachment) return { kind: 'missing' }
  if (viewer.kind === 'member') {
    const { totalDocs } = await payload.count({
      collection: 'briefings',
      ...asViewer,
      overrideAccess: false,
      where: { attachments: { in: [attachment.id] } },
    })
    if (totalDocs === 0) return { kind: 'missing' }
  }
  return openFile(payload, attachment, folder)
}
