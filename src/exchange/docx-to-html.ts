import mammoth from 'mammoth'
import { toPictureName } from '@/lib/lexical/html-tree'
import { type CheckedDocx, checkDocx, DocumentFault } from './check-docx'
import { type DocumentPicture, DocumentPictures } from './document-pictures'
import { withKnownElements } from './known-word-elements'
import { withNumberedItems, withNumberMarks } from './with-word-numbers'
import { WordNumbers } from './word-numbers'

/** As Word, LibreOffice and pandoc call what stands as a quotation. */
const QUOTATIONS = ['Quote', 'Intense Quote', 'Quotations', 'Block Text', 'Block Quotation']

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...QUOTATIONS.map((name) => `p[style-name='${name}'] => blockquote > p:fresh`),
]

/** The mark that leads from a note back to its place: it leads nowhere here. */
const BACK = /\s*<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g

/** The converter's own way to be given a file that is unpacked already; its types leave it out. */
type Unpacked = {
  readonly exists: (name: string) => boolean
  readonly read: (name: string) => Promise<string | Buffer>
}

const asInput = (file: Unpacked) => ({ file }) as unknown as { readonly buffer: Buffer }

const IS_TEXT = /^word\/document\d*\.xml$/

/** The parts as the converter is given them, made when it asks for them. */
function unpackedOf({ parts, pictures }: CheckedDocx): Unpacked {
  const part = (pattern: RegExp) => [...parts].find(([name]) => pattern.test(name))?.[1] ?? ''
  const numbers = new WordNumbers(part(/^word\/numbering\d*\.xml$/), part(/^word\/styles\d*\.xml$/))
  return {
    exists: (name) => parts.has(name),
    read: (name) => {
      const picture = pictures.get(name)
      if (picture) return Promise.resolve(picture)
      const xml = parts.get(name) ?? ''
      const marked = IS_TEXT.test(name) ? withNumberMarks(xml, numbers) : xml
      return Promise.resolve(withKnownElements(marked))
    },
  }
}

/** Bounds and properties, which hold no words, and Word's own names of styles: the words they were laid on are there. */
const SILENT =
  /^Unrecognised |ignored: .*(?:RangeStart|RangeEnd|permStart|permEnd|Pr)$|^Image of type /

const SAID: readonly (readonly [RegExp, string])[] = [
  [/ignored: .*oMath/, 'a formula was left out'],
  [/image/i, 'a picture was left out'],
  [/ignored: (.+)$/, 'a part that the importer does not know was left out'],
]

/** The converter's remarks in our words. */
function lossesIn(messages: readonly { readonly message: string }[]): string[] {
  const heard = messages.map(({ message }) => message).filter((message) => !SILENT.test(message))
  return heard.map((message) => SAID.find(([pattern]) => pattern.test(message))?.[1] ?? message)
}

type Image = { readonly readAsBuffer: () => Promise<Buffer>; readonly altText?: string | null }

/** The converter's types leave out the alternative text. */
async function sourceOf(image: Image, pictures: DocumentPictures): Promise<{ src: string }> {
  const number = await pictures.numberOf(await image.readAsBuffer(), image.altText?.trim() ?? '')
  return { src: number === null ? '' : toPictureName(number) }
}

export type DocxReading = {
  readonly html: string
  /** The parts of XML that hold the words of its text. */
  readonly texts: readonly string[]
  /** Those that its HTML shows, by their numbers from 1. */
  readonly pictures: readonly DocumentPicture[]
  /** What could not be brought over, a sentence each. */
  readonly lost: readonly string[]
}

/**
 * The text of a Word file as HTML, its notes as a list at the end. Items of lists have the numbers they have in Word. A picture that a figure
 * can show is named by its number; others leave their words alone. What is converted is what
 * was checked: the file is unpacked once.
 *
 * @throws {DocumentFault} for a file that is none, or could do harm.
 */
export async function docxToHtml(file: Buffer): Promise<DocxReading> {
  const checked = checkDocx(file)
  const pictures = new DocumentPictures()
  try {
    const { value, messages } = await mammoth.convertToHtml(asInput(unpackedOf(checked)), {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement((image) => sourceOf(image, pictures)),
    })
    const html = withNumberedItems(value.replaceAll(BACK, ''))
    const lost = [...checked.lost, ...lossesIn(messages)]
    return { html, texts: checked.texts, pictures: pictures.kept, lost }
  } catch (fault) {
    throw new DocumentFault('could not be read as a Word file', { cause: fault })
  }
}
