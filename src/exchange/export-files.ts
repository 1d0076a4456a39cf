import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { idsOf } from '@/lib/ids'
import { picturesNamedIn } from '@/lib/lexical/pictures'
import type { Attachment, Briefing } from '@/payload-types'
import type { FileEntry } from './briefing-line'
import { kindOf } from './files-beside'
import { sha256Of, storedFile } from './stored-files'
import type { WrittenFiles } from './written-briefing'

export type KeepFile = (attachment: Attachment) => Promise<FileEntry | null>

/**
 * Copies files into a folder, which it makes with the first of them. Each is named for what it holds, its ending too, so that the
 * same files make the same folder whatever they were called, and one that two briefings share lies there once.
 */
export const keepFilesIn = (payload: Payload, folder: string): KeepFile => {
  const kept = new Set<string>()
  return async (attachment) => {
    const file = await storedFile(payload, attachment)
    if (!file) return null
    const sha256 = sha256Of(file)
    const ending = kindOf(file)?.ending ?? path.extname(attachment.filename ?? '')
    const name = `${sha256}${ending}`
    if (!kept.has(name)) {
      await mkdir(folder, { recursive: true })
      await writeFile(path.join(folder, name), file)
      kept.add(name)
    }
    return { path: name, title: attachment.title, sha256 }
  }
}

async function attachmentsOf(
  payload: Payload,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Attachment>> {
  if (ids.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'attachments',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    where: { id: { in: [...ids] } },
  })
  return new Map(docs.map((row) => [row.id, row]))
}

type FilesOfBriefing = {
  /** Null where no files go with the lines. */
  readonly files: WrittenFiles | null
  readonly lacksFiles: boolean
}

/** The files that go with a briefing: those attached to it, and the pictures that its figures show. */
export async function filesOf(
  payload: Payload,
  { attachments, body }: Briefing,
  keepFile: KeepFile | null,
): Promise<FilesOfBriefing> {
  const attached = idsOf(attachments)
  const shown = picturesNamedIn(body).filter((id) => typeof id === 'string')
  if (!keepFile) return { files: null, lacksFiles: attached.length + shown.length > 0 }
  const rows = await attachmentsOf(payload, [...attached, ...shown])
  const keep = async (ids: readonly string[]) => {
    const entries = new Map<string, FileEntry>()
    for (const id of ids) {
      const row = rows.get(id)
      const entry = row ? await keepFile(row) : null
      if (entry) entries.set(id, entry)
    }
    return entries
  }
  const files = { attachments: await keep(attached), media: await keep(shown) }
  return {
    files,
    lacksFiles: files.attachments.size + files.media.size < attached.length + shown.length,
  }
}
