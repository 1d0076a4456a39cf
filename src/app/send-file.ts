import { createReadStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import type { OpenedFile } from '@/briefings/open-file'
import { settings } from '@/config/settings'
import { errorAnswer } from './answers'
import { FILE_POLICY } from './content-policy'

/** Where the files lie that members alone may have. */
export const attachmentsFolder = (): string =>
  path.join(settings().dataDir, 'uploads', 'attachments')

/**
 * Answers with a file for one reader: kept by no shared cache, never sniffed, and nothing in it runs. `inline` is for
 * pictures that stand within a page.
 */
export function sendFile(
  opened: OpenedFile,
  place: 'attachment' | 'inline',
  headers: Readonly<Record<string, string>> = {},
): Response {
  if (opened.kind === 'missing') return errorAnswer(404, 'There is nothing here.')
  const body = Readable.toWeb(createReadStream(opened.file)) as ReadableStream<Uint8Array>
  return new Response(body, {
    headers: {
      'Content-Type': opened.mimeType,
      'Content-Length': opened.bytes.toString(),
      'Content-Disposition': `${place}; filename="${opened.name}"`,
      'Content-Security-Policy': FILE_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
      Vary: 'Cookie',
      ...headers,
    },
  })
}
