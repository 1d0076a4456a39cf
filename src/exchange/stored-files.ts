import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Attachment } from '@/payload-types'

/** Where the service keeps the files of attachments. */
const folderOf = (payload: Payload): string =>
  payload.collections.attachments.config.upload.staticDir ?? ''

/** The file of an attachment, or null where it is not there any more. */
export async function storedFile(
  payload: Payload,
  { filename }: Pick<Attachment, 'filename'>,
): Promise<Buffer | null> {
  if (!filename) return null
  try {
    return await readFile(path.join(folderOf(payload), path.basename(filename)))
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw fault
  }
}

/** In hexadecimal digits. */
export const sha256Of = (file: Buffer): string => createHash('sha256').update(file).digest('hex')

/** Where the files of a briefings file lie: beside `old.jsonl`, in `old.files`. */
export const filesFolderOf = (file: string): string => `${file.replace(/\.jsonl$/i, '')}.files`
