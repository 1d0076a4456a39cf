import { readdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Payload } from 'payload'
import { toSlug } from '@/lib/slug'
import { DocumentFault } from './check-docx'
import { type DocumentPicture, picturesBeside } from './document-pictures'
import type { LineFault } from './faults'
import { importBriefings, type ImportBriefingsReport } from './import-briefings'
import { DOCUMENT_KINDS, readDocument } from './read-document'
import type { FileLine } from './read-lines'

export type ImportDocumentsArguments = {
  readonly payload: Payload
  readonly folder: string
  readonly isDryRun: boolean
  readonly onProgress: (done: number, of: number) => void
}

export type ImportDocumentsReport = ImportBriefingsReport & {
  /** The documents that were read, in order: a fault’s or note’s `line` counts them from 1. */
  readonly documents: readonly string[]
  /** Documents whose briefing is here already, and was left as it stands. */
  readonly alreadyHere: readonly string[]
  /** Other files of the folder, which were not looked into. */
  readonly passedOver: readonly string[]
}

const slugOf = (document: string) => toSlug(basename(document, extname(document)))

const isDocument = (name: string) =>
  (DOCUMENT_KINDS as readonly string[]).includes(extname(name).toLowerCase())

async function filesIn(folder: string): Promise<{ documents: string[]; passedOver: string[] }> {
  const entries = await readdir(folder, { withFileTypes: true })
  // What begins with ~$ or a dot is left behind by an editor that has the document open.
  const seen = entries.filter(({ name }) => !name.startsWith('~$') && !name.startsWith('.'))
  const names = (isWanted: boolean) =>
    seen
      .filter((entry) => (entry.isFile() && isDocument(entry.name)) === isWanted)
      .map(({ name }) => name)
      .toSorted()
  return { documents: names(true), passedOver: names(false) }
}

async function slugsHere(payload: Payload, documents: readonly string[]): Promise<Set<string>> {
  const { docs } = await payload.find({
    collection: 'briefings',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    where: { slug: { in: documents.map(slugOf) } },
    select: { slug: true },
  })
  return new Set(docs.map(({ slug }) => slug ?? ''))
}

/**
 * Brings the Word, HTML and Markdown documents of a folder in as drafts, each whole or not at all.
 *
 * Safe to repeat, also after a crash in the middle: a document whose briefing is here already, found by the slug its name
 * makes, is left alone, so an officer's work on it stays. Nothing is published, so the Bulletin announces none of it.
 * Memory holds one document.
 */
export async function importDocuments({
  payload,
  folder,
  isDryRun,
  onProgress,
}: ImportDocumentsArguments): Promise<ImportDocumentsReport> {
  const files = await filesIn(folder)
  const here = await slugsHere(payload, files.documents)
  const alreadyHere = files.documents.filter((name) => here.has(slugOf(name)))
  const documents = files.documents.filter((name) => !here.has(slugOf(name)))
  const losses = new Map<number, readonly string[]>()
  let pictures: readonly DocumentPicture[] = []

  async function* lines(): AsyncGenerator<FileLine> {
    for (const [index, name] of documents.entries()) {
      const line = index + 1
      try {
        const read = await readDocument(join(folder, name))
        losses.set(line, read.lost)
        pictures = read.pictures
        yield { line, kind: 'text', text: JSON.stringify(read.line) }
      } catch (fault) {
        if (!(fault instanceof DocumentFault)) throw fault
        yield { line, kind: 'faulty', message: fault.message }
      }
    }
  }

  const report = await importBriefings({
    ...{ payload, isDryRun, isAnnounced: false, lines, onProgress },
    beside: picturesBeside(() => pictures),
  })
  const refused = new Set(report.errors.map(({ line }) => line))
  const lost: LineFault[] = [...losses]
    .filter(([line]) => !refused.has(line))
    .flatMap(([line, sentences]) => sentences.map((message) => ({ line, field: 'body', message })))
  const unchanged = report.unchanged + alreadyHere.length
  const { passedOver } = files
  return {
    ...report,
    unchanged,
    notes: [...lost, ...report.notes],
    documents,
    alreadyHere,
    passedOver,
  }
}
