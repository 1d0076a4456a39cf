import { inflateRawSync } from 'node:zlib'

/** The largest Word file that is read: pictures and all. */
export const LARGEST_DOCUMENT = 40 * 1024 * 1024
/** What it may hold once unpacked. */
const LARGEST_UNPACKED = 160 * 1024 * 1024
const MOST_PARTS = 5000

/** A document that is not read. The message goes on from the document's name. */
export class DocumentFault extends Error {
  override readonly name = 'DocumentFault'
}

const ENTRY = 0x02014b50
const END = 0x06054b50
const END_LENGTH = 22
const STORED = 0
const DEFLATED = 8

/** The type declaration of a document, which is how an entity gets in, in any encoding XML may have. */
const DECLARATIONS = ['<!DOCTYPE', '<!ENTITY'].flatMap((words) => {
  const little = Buffer.from(words, 'utf16le')
  return [Buffer.from(words), little, Buffer.from(little).swap16()]
})

type Part = { readonly name: string; readonly content: Buffer }

const broken = () => new DocumentFault('is not a Word file (.docx), or is damaged')

function directoryOf(file: Buffer): { readonly from: number; readonly end: number } {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + END_LENGTH > file.length || file.readUInt32LE(end) !== END) throw broken()
  const from = file.readUInt32LE(end + 16)
  if (from + file.readUInt32LE(end + 12) !== end) throw broken()
  return { from, end }
}

/** The content of one part: never more than `most` bytes of it come into memory, whatever the file says of its size. */
function unpacked(file: Buffer, entry: number, most: number): Buffer {
  if ((file.readUInt16LE(entry + 8) & 1) === 1)
    throw new DocumentFault('is protected by a password')
  const method = file.readUInt16LE(entry + 10)
  const local = file.readUInt32LE(entry + 42)
  const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
  const packed = file.subarray(from, from + file.readUInt32LE(entry + 20))
  if (method === STORED) return packed
  if (method !== DEFLATED) throw broken()
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (fault) {
    const { code } = fault as { code?: string }
    if (code !== 'ERR_BUFFER_TOO_LARGE') throw broken()
    throw new DocumentFault('unpacks to more than 160 MB')
  }
}

function* partsOf(file: Buffer): Generator<Part> {
  const { from, end } = directoryOf(file)
  let left = LARGEST_UNPACKED
  let count = 0
  for (let entry = from; entry < end; count += 1) {
    if (count >= MOST_PARTS) throw new DocumentFault(`holds more than ${MOST_PARTS} parts`)
    if (file.readUInt32LE(entry) !== ENTRY) throw broken()
    const nameEnd = entry + 46 + file.readUInt16LE(entry + 28)
    const content = unpacked(file, entry, left)
    left -= content.length
    if (left < 0) throw new DocumentFault('unpacks to more than 160 MB')
    yield { name: file.toString('utf8', entry + 46, nameEnd), content }
    entry = nameEnd + file.readUInt16LE(entry + 30) + file.readUInt16LE(entry + 32)
  }
}

const isXml = (name: string) => /\.(xml|rels)$/i.test(name)

const LEFT_OUT: readonly (readonly [RegExp, string])[] = [
  [/^word\/comments\.xml$/, 'comments of reviewers were left out'],
  [/^word\/header\d*\.xml$/, 'what stands at the head of each page was left out'],
  [/^word\/footer\d*\.xml$/, 'what stands at the foot of each page was left out'],
  [/^word\/charts\/chart/, 'a chart was left out'],
]

/** What a part tells of words that will not be in the text. */
function lossesOf({ name, content }: Part): string[] {
  // Some programs write such parts always, and leave them without words.
  const isEmpty = name.endsWith('.xml') && !content.includes('<w:t') && !content.includes('<c:')
  if (isEmpty) return []
  const lost = LEFT_OUT.flatMap(([pattern, sentence]) => (pattern.test(name) ? [sentence] : []))
  const isTracked =
    name === 'word/document.xml' && (content.includes('<w:ins ') || content.includes('<w:del '))
  return isTracked
    ? [...lost, 'tracked changes were taken as accepted: what was struck out is gone']
    : lost
}

/**
 * Refuses a Word file that could harm whoever unpacks it: too large, packed to burst, or with XML that declares entities.
 *
 * @returns what of it no conversion brings over, a sentence each.
 * @throws {DocumentFault}
 */
export function checkDocx(file: Buffer): string[] {
  if (file.length > LARGEST_DOCUMENT) throw new DocumentFault('is larger than 40 MB')
  const lost: string[] = []
  try {
    for (const part of partsOf(file)) {
      if (isXml(part.name) && DECLARATIONS.some((words) => part.content.includes(words))) {
        throw new DocumentFault('declares entities, which no Word file needs')
      }
      lost.push(...lossesOf(part))
    }
  } catch (fault) {
    // A number in the file that leads beyond its end.
    throw fault instanceof RangeError ? broken() : fault
  }
  return [...new Set(lost)]
}
