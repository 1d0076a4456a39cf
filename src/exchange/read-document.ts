import { open } from 'node:fs/promises'
import { extname, basename } from 'node:path'
import { htmlToLexical } from '@/lib/lexical/html-to-lexical'
import { blocksOf, plainText } from '@/lib/lexical/nodes'
import { toSlug } from '@/lib/slug'
import { DocumentFault, LARGEST_DOCUMENT } from './check-docx'
import type { FileEntry } from './briefing-line'
import { type DocumentPicture, namesOf } from './document-pictures'
import { docxToHtml, type DocxReading } from './docx-to-html'
import { missingWords } from './missing-words'
import { LONGEST_LINE } from './read-lines'

export const DOCUMENT_KINDS = ['.docx', '.html', '.htm', '.md', '.markdown'] as const

/** A document as a line of a briefings file has it: a draft, for an officer to look over. */
export type DocumentLine = {
  readonly title: string
  readonly slug: string
  readonly body: string
  readonly bodyFormat: 'html' | 'markdown'
  readonly status: 'draft'
  readonly media?: readonly FileEntry[]
}

const wordsOf = (html: string) => plainText(blocksOf(htmlToLexical(html, () => undefined))).trim()

const LONGEST_SAID = 200

const WITHOUT_CREDIT =
  'the pictures have no credit yet: say of each who made it, or where it is from, before it is published'

/** Its HTML, and what got lost on the way there: named, or else found out by comparing the words. */
async function readWord(content: Buffer): Promise<Omit<DocxReading, 'texts'>> {
  const { html, texts, pictures, lost: heard } = await docxToHtml(content)
  const lost = pictures.length > 0 ? [...heard, WITHOUT_CREDIT] : heard
  const missing = missingWords(texts, withoutMarksAndPictures(html)).join(' ')
  if (missing === '') return { html, pictures, lost }
  const said = missing.length > LONGEST_SAID ? `${missing.slice(0, LONGEST_SAID)}…` : missing
  return { html, pictures, lost: [...lost, `these words were left out: “${said}”`] }
}

/** The words alone: the mark of a note, or a picture, stands close to the word it is put to. */
const withoutMarksAndPictures = (html: string): string =>
  wordsOf(
    html
      .replace(/<sup><a href="#(?:foot|end)note-[^<]*<\/a><\/sup>/g, '')
      .replace(/<img (?:"[^"]*"|[^">])*>/g, ''),
  )

type Titled = { readonly title: string; readonly body: string }

/** The first heading of the first rank is the title, and then not part of the text. */
function titledHtml(html: string): Titled | null {
  const from = html.search(/<h1[\s>]/i)
  if (from < 0) return null
  const length = html.slice(from).search(/<\/h1\s*>/i)
  if (length < 0) return null
  const end = html.indexOf('>', from + length) + 1
  const title = wordsOf(html.slice(from, end)).replace(/\s+/g, ' ')
  return title ? { title, body: html.slice(0, from) + html.slice(end) } : null
}

/** In Markdown only a heading that opens the text: further down, `#` may stand in code. */
function titledMarkdown(text: string): Titled | null {
  const found = /^\s*# +(\S[^\n]*?)[ #]*(?:\n|$)/.exec(text)
  return found?.[1] ? { title: found[1], body: text.slice(found[0].length) } : null
}

/** @throws {DocumentFault} when it is larger than what is read; not more than that comes into memory. */
async function contentOf(path: string, largest: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size > largest) {
      throw new DocumentFault(`is larger than ${Math.round(largest / 1024 / 1024)} MB`)
    }
    return await file.readFile()
  } finally {
    await file.close()
  }
}

function decoded(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content).replaceAll('\r\n', '\n')
  } catch {
    throw new DocumentFault('is not UTF-8: save it in that encoding')
  }
}

export type DocumentReading = {
  readonly line: DocumentLine
  readonly pictures: readonly DocumentPicture[]
  readonly lost: readonly string[]
}

/**
 * Reads one document: Word, HTML or Markdown by the end of its name. The slug is made from the name, the title from the
 * first heading or else the name too, so that the same folder names the same briefings again.
 *
 * @returns the line, the pictures it names by their numbers, and what could not be brought over.
 * @throws {DocumentFault} with what is wrong with it.
 */
export async function readDocument(path: string): Promise<DocumentReading> {
  const kind = extname(path).toLowerCase()
  const name = basename(path, extname(path))
  const isWord = kind === '.docx'
  const content = await contentOf(path, isWord ? LARGEST_DOCUMENT : LONGEST_LINE)
  const { html, pictures, lost } = isWord
    ? await readWord(content)
    : { html: decoded(content), pictures: [], lost: [] }
  const isMarkdown = kind === '.md' || kind === '.markdown'
  const { title, body } = (isMarkdown ? titledMarkdown : titledHtml)(html) ?? {
    title: name,
    body: html,
  }
  const bodyFormat = isMarkdown ? 'markdown' : 'html'
  const media = pictures.length > 0 ? { media: namesOf(pictures) } : {}
  const line = { title, slug: toSlug(name), body, bodyFormat, status: 'draft', ...media } as const
  return { line, pictures, lost }
}
