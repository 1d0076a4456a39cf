import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { payloadUserOf, readsMemberText, type Viewer } from '@/access/viewer'
import { toSlug } from '@/lib/slug'

export type OpenedAttachment = {
  readonly kind: 'file'
  /** Absolute path on disk. */
  readonly file: string
  /** The name to save it under. */
  readonly name: string
  readonly mimeType: string
  readonly bytes: number
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null
    throw fault
  }
}

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
}): Promise<OpenedAttachment | { readonly kind: 'missing' }> {
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
  if (!attachment?.filename) return { kind: 'missing' }
  if (viewer.kind === 'member') {
    const { totalDocs } = await payload.count({
      collection: 'briefings',
      ...asViewer,
      overrideAccess: false,
      where: { attachments: { in: [attachment.id] } },
    })
    if (totalDocs === 0) return { kind: 'missing' }
  }
  const file = path.join(folder, path.basename(attachment.filename))
  const bytes = await sizeOf(file)
  if (bytes === null) {
    payload.logger.error({ attachment: attachment.id }, 'The file of an attachment is not on disk.')
    return { kind: 'missing' }
  }
  return {
    kind: 'file',
    file,
    name: `${toSlug(attachment.title) || 'attachment'}${path.extname(attachment.filename)}`,
    mimeType: attachment.mimeType ?? 'application/octet-stream',
    bytes,
  }
}
