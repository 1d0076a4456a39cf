import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { CollectionBeforeOperationHook, UploadConfig } from 'payload'

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

export const uploadFolder = (
  dataDir: string,
  collection: string,
): Pick<UploadConfig, 'staticDir'> => ({
  staticDir: path.join(dataDir, 'uploads', collection),
})
