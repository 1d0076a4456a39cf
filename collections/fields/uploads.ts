import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { CollectionBeforeOperationHook, UploadConfig } from 'payload'
import { refusal } from '@/lib/refusal'
import { pictureAlone } from '@/lib/picture-alone'

/** Headers of every served file: kept by no shared cache, never sniffed. */
export const withSafeHeaders = ({ headers }: { headers: Headers }): Headers => {
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
  return headers
}

/** Stores a file under a name nobody can guess, its extension kept. */
export const nameFileAtRandom: CollectionBeforeOperationHook = ({ req }) => {
  const { file } = req
  if (file) {
    file.name = `${randomBytes(12).toString('hex')}${path.extname(file.name).toLowerCase()}`
  }
}

/**
 * Writes a picture anew, so that nothing stays in it but the picture: not where it was taken, by whom, nor what somebody
 * hid behind its end. Refuses one that unpacks to more than fifty million pixels.
 */
export const keepThePictureAlone: CollectionBeforeOperationHook = async ({ req }) => {
  const { file } = req
  if (!file || !/^image\/(png|jpeg|webp)$/.test(file.mimetype)) return
  try {
    const data = await pictureAlone(file.data)
    Object.assign(file, { data, size: data.length })
  } catch {
    throw refusal('This picture cannot be read, or is too large. Save it anew.', 400)
  }
}

export const uploadFolder = (
  dataDir: string,
  collection: string,
): Pick<UploadConfig, 'staticDir'> => ({
  staticDir: path.join(dataDir, 'uploads', collection),
})
