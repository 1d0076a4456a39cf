import { lstat, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pictureAlone } from '@/lib/picture-alone'
import type { FileEntry } from './briefing-line'
import { sha256Of } from './stored-files'

/** As the admin takes them. */
export const LARGEST_FILE = 25_000_000

type Kind = { readonly ending: string; readonly mimeType: string; readonly isPicture: boolean }

const PDF: Kind = { ending: '.pdf', mimeType: 'application/pdf', isPicture: false }
const picture = (ending: string, kind: string): Kind => ({
  ending,
  mimeType: `image/${kind}`,
  isPicture: true,
})

/** Told by how a file begins, whatever it is called. Null for what attachments do not hold. */
export function kindOf(file: Buffer): Kind | null {
  const begins = (words: string, at = 0) => file.toString('latin1', at, at + words.length) === words
  if (begins('%PDF-')) return PDF
  if (begins('\x89PNG\r\n\x1a\n')) return picture('.png', 'png')
  if (begins('\xff\xd8\xff')) return picture('.jpg', 'jpeg')
  return begins('RIFF') && begins('WEBP', 8) ? picture('.webp', 'webp') : null
}

export type FileBeside = Kind & {
  readonly title: string
  /** As it will be stored: of a picture, the picture alone. */
  readonly content: Buffer
}

export type FileReading =
  | { readonly kind: 'read'; readonly file: FileBeside }
  /** The message goes on from the field's name. */
  | { readonly kind: 'faulty'; readonly message: string }

/** Reads what a line names as lying beside its file. */
export type ReadBeside = (entry: FileEntry) => Promise<FileReading>

const faulty = (message: string): FileReading => ({ kind: 'faulty', message })

/** The path within one of the folders, never outside them. */
async function found(folders: readonly string[], name: string): Promise<string | null> {
  const parts = name.replaceAll('\\', '/').split('/')
  if (parts.includes('..') || path.isAbsolute(name)) return null
  for (const folder of folders) {
    const place = path.join(folder, ...parts)
    const seen = await lstat(place).catch(() => null)
    if (seen?.isFile()) return place
  }
  return null
}

async function readAs(content: Buffer, entry: FileEntry): Promise<FileReading> {
  const { path: name, title, sha256 } = entry
  if (sha256 && sha256Of(content) !== sha256) {
    return faulty(`names ${name}, which is another file than the line was written with`)
  }
  const kind = kindOf(content)
  if (!kind) return faulty(`names ${name}, which is neither PDF, PNG, JPEG nor WebP`)
  const { name: stem } = path.posix.parse(name.replaceAll('\\', '/'))
  const file = { ...kind, title: title ?? stem.slice(0, 200) }
  if (!kind.isPicture) return { kind: 'read', file: { ...file, content } }
  try {
    return { kind: 'read', file: { ...file, content: await pictureAlone(content) } }
  } catch {
    return faulty(`names ${name}, a picture that cannot be read, or is too large`)
  }
}

/** Reads from the first of these folders that has the file. Links that lead elsewhere are not followed. */
export const filesIn =
  (...folders: readonly string[]): ReadBeside =>
  async (entry) => {
    const place = await found(folders, entry.path)
    if (!place) return faulty(`names ${entry.path}, which does not lie beside the file`)
    const { size } = await lstat(place)
    if (size > LARGEST_FILE) return faulty(`names ${entry.path}, which is larger than 25 MB`)
    return readAs(await readFile(place), entry)
  }

/** For a file that comes alone. */
export const noFilesBeside: ReadBeside = ({ path: name }) =>
  Promise.resolve(faulty(`names ${name}, and files come by the command alone`))
