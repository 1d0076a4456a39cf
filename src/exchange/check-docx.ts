import { kindOf } from './files-beside'
import { ZipFault, type ZipPart, zipParts } from './read-zip'

/** The largest Word file that is read: pictures and all. */
export const LARGEST_DOCUMENT = 40 * 1024 * 1024
/** What it may hold once unpacked. */
const LARGEST_UNPACKED = 160 * 1024 * 1024
const MOST_PARTS = 5000

/** A document that is not read. The message goes on from the document's name. */
export class DocumentFault extends Error {
  override readonly name = 'DocumentFault'
}

/** The type declaration of a document, which is how an entity gets in, in any encoding XML may have. */
const DECLARATIONS = ['<!DOCTYPE', '<!ENTITY'].flatMap((words) => {
  const little = Buffer.from(words, 'utf16le')
  return [Buffer.from(words), little, Buffer.from(little).swap16()]
})

const WHY: Readonly<Record<ZipFault['kind'], string>> = {
  broken: 'is not a Word file (.docx), or is damaged',
  protected: 'is protected by a password',
  bursting: 'unpacks to more than 160 MB',
  'too-many': `holds more than ${MOST_PARTS} parts`,
}

const isXml = (name: string) => /\.(xml|rels)$/i.test(name)

/** Where the words of the text stand: not what stands on every page, nor what reviewers said of it. */
const isText = (name: string) => /^word\/(document\d*|footnotes|endnotes)\.xml$/.test(name)

const CHANGES = ['<w:ins ', '<w:del ', '<w:moveFrom ', '<w:moveTo ']

const LEFT_OUT: readonly (readonly [RegExp, string])[] = [
  [/^word\/comments\.xml$/, 'comments of reviewers were left out'],
  [/^word\/header\d*\.xml$/, 'what stands at the head of each page was left out'],
  [/^word\/footer\d*\.xml$/, 'what stands at the foot of each page was left out'],
  [/^word\/charts\/chart/, 'a chart was left out'],
]

/** Some programs write heads, feet and comments always, and leave them without words. */
const hasWords = (content: Buffer) => /<w:t(?:\s[^>]*)?>\s*[^<\s]|<c:/.test(content.toString())

/** What a part tells of words that will not be in the text. */
function lossesOf({ name, content }: ZipPart): string[] {
  if (name.endsWith('.xml') && !hasWords(content)) return []
  const lost = LEFT_OUT.flatMap(([pattern, sentence]) => (pattern.test(name) ? [sentence] : []))
  const isTracked = isText(name) && CHANGES.some((mark) => content.includes(mark))
  return isTracked
    ? [...lost, 'tracked changes were taken as accepted: what was struck out is gone']
    : lost
}

/** A Word file that was found harmless. */
export type CheckedDocx = {
  /** Its parts of XML by their names. */
  readonly parts: ReadonlyMap<string, string>
  /** Its pictures of a kind that is shown here, by their names. */
  readonly pictures: ReadonlyMap<string, Buffer>
  /** Those of them that hold the words of its text. */
  readonly texts: readonly string[]
  /** What of it no conversion brings over, a sentence each. */
  readonly lost: readonly string[]
}

/**
 * Refuses a Word file that could harm whoever unpacks it: too large, packed to burst, or with XML that declares entities.
 *
 * @throws {DocumentFault}
 */
export function checkDocx(file: Buffer): CheckedDocx {
  if (file.length > LARGEST_DOCUMENT) throw new DocumentFault('is larger than 40 MB')
  const lost: string[] = []
  const parts = new Map<string, string>()
  const pictures = new Map<string, Buffer>()
  try {
    for (const part of zipParts(file, {
      largestUnpacked: LARGEST_UNPACKED,
      mostParts: MOST_PARTS,
    })) {
      if (isXml(part.name) && DECLARATIONS.some((words) => part.content.includes(words))) {
        throw new DocumentFault('declares entities, which no Word file needs')
      }
      if (isXml(part.name)) parts.set(part.name, new TextDecoder().decode(part.content))
      else if (kindOf(part.content)?.isPicture) pictures.set(part.name, part.content)
      lost.push(...lossesOf(part))
    }
  } catch (fault) {
    throw fault instanceof ZipFault ? new DocumentFault(WHY[fault.kind]) : fault
  }
  const texts = [...parts].flatMap(([name, content]) => (isText(name) ? [content] : []))
  return { parts, pictures, texts, lost: [...new Set(lost)] }
}
