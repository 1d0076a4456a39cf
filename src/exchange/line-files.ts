import type { Payload } from 'payload'
import { idsOf } from '@/lib/ids'
import { picturesNamedIn } from '@/lib/lexical/pictures'
import type { Briefing } from '@/payload-types'
import type { BriefingLine, FileEntry } from './briefing-line'
import type { Fault } from './faults'
import type { FileBeside, ReadBeside } from './files-beside'
import { sha256Of, storedFile } from './stored-files'

/** A file of a line, and the id of the attachment that holds it, or what stands for that while there is none. */
export type HeldFile = { readonly file: FileBeside; readonly id: string }

/** `before` counts the files of the list that are the same: each of them is an attachment of its own. */
const standIn = ({ title, content }: FileBeside, before: number): string =>
  `new ${sha256Of(content)} ${before} ${title}`

const isSame = (a: FileBeside, b: FileBeside): boolean =>
  a.title === b.title && a.content.equals(b.content)

const isNew = ({ id }: HeldFile): boolean => id.startsWith('new ')

export type LineFiles = {
  /** Undefined where the line leaves them out. */
  readonly attachments: readonly HeldFile[] | undefined
  /** What the figures of the text may show, by their numbers in the line's list. */
  readonly media: readonly HeldFile[]
}

export type FilesReading =
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly kind: 'read'; readonly files: LineFiles }

const ownFirst = (own: readonly string[]) => {
  const place = ({ id }: { id: string }) => (own.includes(id) ? own.indexOf(id) : own.length)
  return (a: { id: string }, b: { id: string }) => place(a) - place(b)
}

type Sought = {
  readonly file: FileBeside
  readonly own: readonly string[]
  readonly taken: readonly string[]
}

/**
 * The attachment of this title with this very content: the briefing's own before others, and in its order, so that the same line
 * changes nothing. One that the list has already is not taken again.
 */
async function attachmentOf(
  payload: Payload,
  { file: { title, content }, own, taken }: Sought,
): Promise<string | null> {
  const { docs } = await payload.find({
    collection: 'attachments',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    sort: 'createdAt',
    where: { and: [{ title: { equals: title } }, { filesize: { equals: content.length } }] },
  })
  const free = docs.filter(({ id }) => !taken.includes(id))
  for (const row of free.toSorted(ownFirst(own))) {
    if ((await storedFile(payload, row))?.equals(content)) return row.id
  }
  return null
}

type Reading = {
  readonly payload: Payload
  readonly beside: ReadBeside
  /** Files of the briefing as it is stored, by their ids, those of the list first. */
  readonly own: readonly string[]
}

async function readEach(
  { payload, beside, own }: Reading,
  field: 'attachments' | 'media',
  entries: readonly FileEntry[],
): Promise<{ faults: Fault[]; held: HeldFile[] }> {
  const faults: Fault[] = []
  const held: HeldFile[] = []
  for (const entry of entries) {
    const reading = await beside(entry)
    if (reading.kind === 'faulty') faults.push({ field, message: reading.message })
    else {
      const { file } = reading
      const id = await attachmentOf(payload, { file, own, taken: held.map((one) => one.id) })
      const before = held.filter((one) => isSame(one.file, file)).length
      held.push({ file, id: id ?? standIn(file, before) })
    }
  }
  return { faults, held }
}

const shownIn = (stored: Briefing | null): string[] =>
  picturesNamedIn(stored?.body).filter((id) => typeof id === 'string')

/** The files a line names, each with the attachment that holds it already. Stores nothing. Memory holds the files of one line. */
export async function readLineFiles(
  payload: Payload,
  beside: ReadBeside,
  line: BriefingLine,
  stored: Briefing | null,
): Promise<FilesReading> {
  const [attached, shown] = [idsOf(stored?.attachments), shownIn(stored)]
  const attachments = await readEach(
    { payload, beside, own: [...attached, ...shown] },
    'attachments',
    line.attachments ?? [],
  )
  const media = await readEach(
    { payload, beside, own: [...shown, ...attached] },
    'media',
    line.media ?? [],
  )
  const faults = [...attachments.faults, ...media.faults]
  if (media.held.some(({ file }) => !file.isPicture)) {
    faults.push({ field: 'media', message: 'names a file that is no picture' })
  }
  if (faults.length > 0) return { kind: 'faulty', faults }
  const isLeftOut = line.attachments === undefined
  return {
    kind: 'read',
    files: { attachments: isLeftOut ? undefined : attachments.held, media: media.held },
  }
}

async function makeAttachment(payload: Payload, file: FileBeside): Promise<string> {
  const { title, content, mimeType, ending } = file
  const { id } = await payload.create({
    collection: 'attachments',
    overrideAccess: true,
    depth: 0,
    data: { title },
    file: { data: content, mimetype: mimeType, name: `file${ending}`, size: content.length },
  })
  return id
}

/**
 * Makes an attachment for each file that has none, through the checks that the admin's uploads go through.
 *
 * @returns the ids, by what stood for them.
 */
export async function makeAttachments(
  payload: Payload,
  files: readonly HeldFile[],
): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>()
  for (const { id, file } of files.filter(isNew)) {
    if (!made.has(id)) made.set(id, await makeAttachment(payload, file))
  }
  return made
}

export const needsFiles = (files: readonly HeldFile[]): boolean => files.some(isNew)
