import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, posix } from 'node:path'
import { Readable } from 'node:stream'
import type { Payload } from 'payload'
import type { LineFault } from './faults'
import { importBriefings, type ImportBriefingsReport } from './import-briefings'
import { importDocuments } from './import-documents'
import { DOCUMENT_KINDS } from './read-document'
import { BriefingsFileFault, readLines } from './read-lines'
import { ZipFault, zipParts } from './read-zip'

/** What the desk takes in one file. More goes by the command. */
export const LARGEST_UPLOAD = 50 * 1024 * 1024
const LARGEST_UNPACKED = 200 * 1024 * 1024
const MOST_DOCUMENTS = 500

export type UploadArgs = {
  readonly payload: Payload
  /** As the person's machine calls the file: its ending says what it is. */
  readonly name: string
  readonly file: Buffer
  /** Says what would happen, and stores nothing. */
  readonly isDryRun: boolean
}

/** Of a line or a document: which, and what about it. */
export type UploadFault = { readonly where: string; readonly says: string }

export type UploadReport = Pick<
  ImportBriefingsReport,
  'created' | 'updated' | 'unchanged' | 'invalid'
> & {
  /** What was not stored, and why. */
  readonly refused: readonly UploadFault[]
  /** What was stored otherwise than it was written, or not looked at. */
  readonly notes: readonly UploadFault[]
}

export type UploadOutcome =
  | { readonly kind: 'read'; readonly report: UploadReport }
  /** Nothing of the file was read; `why` is a sentence for the person. */
  | { readonly kind: 'refused'; readonly why: string }

const refused = (why: string): UploadOutcome => ({ kind: 'refused', why })

const endingOf = (name: string): string => extname(name).toLowerCase()

const isDocument = (name: string): boolean =>
  (DOCUMENT_KINDS as readonly string[]).includes(endingOf(name))

const said = ({ field, message }: LineFault): string =>
  field === 'line' ? message : `${field} ${message}`

function reportOf(
  { created, updated, unchanged, invalid, errors, notes }: ImportBriefingsReport,
  whereOf: (line: number) => string,
): UploadReport {
  const named = (fault: LineFault) => ({ where: whereOf(fault.line), says: said(fault) })
  const counts = { created, updated, unchanged, invalid }
  return { ...counts, refused: errors.map(named), notes: notes.map(named) }
}

async function bringLines({ payload, file, isDryRun }: UploadArgs): Promise<UploadOutcome> {
  const report = await importBriefings({
    ...{ payload, isDryRun, isAnnounced: false },
    lines: () => readLines(Readable.from([file])),
    onProgress: () => undefined,
  })
  return { kind: 'read', report: reportOf(report, (line) => `Line ${line}`) }
}

type Unpacked = { readonly passedOver: readonly string[]; readonly twice: readonly string[] }

/** Only the last part of a name is used, so that no archive writes where it likes. */
const bareName = (name: string): string => posix.basename(name.replaceAll('\\', '/'))

/** Folders, and what editors and other systems leave beside a document. */
const isLeftBehind = (name: string): boolean =>
  name.endsWith('/') || /(^|\/)__MACOSX\//.test(name) || /^(\.|~\$)/.test(bareName(name))

async function unpackInto(folder: string, { name, file }: UploadArgs): Promise<Unpacked> {
  if (endingOf(name) !== '.zip') {
    await writeFile(join(folder, bareName(name)), file)
    return { passedOver: [], twice: [] }
  }
  const seen = new Set<string>()
  const passedOver: string[] = []
  const twice: string[] = []
  const limits = { largestUnpacked: LARGEST_UNPACKED, mostParts: MOST_DOCUMENTS }
  for (const part of zipParts(file, limits)) {
    if (isLeftBehind(part.name)) continue
    const bare = bareName(part.name)
    if (!isDocument(bare) || /[\u0000-\u001f]/.test(bare) || bare.length > 200) {
      passedOver.push(part.name)
    } else if (seen.has(bare.toLowerCase())) {
      twice.push(part.name)
    } else {
      seen.add(bare.toLowerCase())
      await writeFile(join(folder, bare), part.content)
    }
  }
  return { passedOver, twice }
}

async function bringDocuments(args: UploadArgs): Promise<UploadOutcome> {
  const { payload, isDryRun } = args
  const folder = await mkdtemp(join(tmpdir(), 'signpost-import-'))
  try {
    const { passedOver, twice } = await unpackInto(folder, args)
    const report = await importDocuments({ payload, folder, isDryRun, onProgress: () => undefined })
    const named = (names: readonly string[], says: string): UploadFault[] =>
      names.map((where) => ({ where, says }))
    const read = reportOf(report, (line) => report.documents[line - 1] ?? '')
    return {
      kind: 'read',
      report: {
        ...read,
        invalid: read.invalid + twice.length,
        refused: [...read.refused, ...named(twice, 'has the name of another in the archive')],
        notes: [
          ...named(report.alreadyHere, 'is here already: left as it is'),
          ...named(passedOver, 'is no document: passed over'),
          ...read.notes,
        ],
      },
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const ZIP_FAULTS: Readonly<Record<ZipFault['kind'], string>> = {
  broken: 'The archive is damaged, or is no zip file.',
  protected: 'The archive is protected by a password.',
  bursting: 'The archive unpacks to more than 200 MB. Bring it in parts, or by the command.',
  'too-many': `The archive holds more than ${MOST_DOCUMENTS} files. Bring it in parts, or by the command.`,
}

/**
 * Brings in what somebody at the desk chose: a file of briefings (.jsonl), one document, or a zip archive of documents. The same
 * code as the command, so the same again changes nothing, nothing is announced, and documents become drafts.
 */
export async function importUpload(args: UploadArgs): Promise<UploadOutcome> {
  const { name, file } = args
  if (file.length > LARGEST_UPLOAD) {
    return refused('The file is larger than 50 MB. Bring it in parts, or by the command.')
  }
  try {
    if (endingOf(name) === '.jsonl') return await bringLines(args)
    if (endingOf(name) === '.zip' || isDocument(name)) return await bringDocuments(args)
    return refused(
      'Choose a file of briefings (.jsonl), a Word, HTML or Markdown document, or a zip of documents.',
    )
  } catch (fault) {
    if (fault instanceof ZipFault) return refused(ZIP_FAULTS[fault.kind])
    if (fault instanceof BriefingsFileFault) return refused(fault.message)
    throw fault
  }
}
