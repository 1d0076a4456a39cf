import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { toSlug } from '@/lib/slug'
import type { Attachment } from '@/payload-types'

export type OpenedFile =
  | {
      readonly kind: 'file'
      /** Absolute path on disk. */
      readonly file: string
      /** The name to save it under. */
      readonly name: string
      readonly mimeType: string
      readonly bytes: number
    }
  /** There is none, or none that this reader may know of. */
  | { readonly kind: 'missing' }

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null
    throw fault
  }
}

/** The file of a row, in the folder where such files lie. Whether the reader may have it was asked before. */
export async function openFile(
  payload: Payload,
  { id, title, filename, mimeType }: Attachment,
  folder: string,
): Promise<OpenedFile> {
  if (!filename) return { kind: 'missing' }
  const file = path.join(folder, path.basename(filename))
  const bytes = await sizeOf(file)
  if (bytes === null) {
    payload.logger.error({ attachment: id }, 'The file of an attachment is not on disk.')
    return { kind: 'missing' }
  }
  return {
    kind: 'file',
    file,
    name: `${toSlug(title) || 'attachment'}${path.extname(filename)}`,
    mimeType: mimeType ?? 'application/octet-stream',
    bytes,
  }
}
