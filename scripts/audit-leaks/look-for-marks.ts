import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { LOOKS_LIKE_A_MARK, type Mark, type MarkBook } from './marks'

const BASE64_RUN = /[A-Za-z0-9+/_-]{28,}/g
const HEX_RUN = /(?:[0-9a-f]{2}){20,}/g
const NUMERIC_ENTITY = /&#(x?)([0-9a-f]{1,6});/gi
const UNICODE_ESCAPE = /\\+u(?:\{([0-9a-f]{1,6})\}|([0-9a-f]{4}))|\\+x([0-9a-f]{2})/gi
const PERCENT = /%([0-9a-f]{2})/gi
const QUOTED_PRINTABLE = /=([0-9A-F]{2})|=\r?\n/g
/** Marks of a zip entry's header: what an office document is made of. */
const ZIP_ENTRY = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const DEEPEST = 3

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** The text as it stands, and with each way of writing letters otherwise undone. */
function* readings(text: string): Generator<string> {
  yield text
  if (text.includes('&#')) {
    yield text.replace(NUMERIC_ENTITY, (_, hex: string, digits: string) =>
      character(Number.parseInt(digits, hex ? 16 : 10)),
    )
  }
  if (text.includes('\\')) {
    yield text.replace(UNICODE_ESCAPE, (_, braced?: string, plain?: string, short?: string) =>
      character(Number.parseInt(braced ?? plain ?? short ?? '20', 16)),
    )
  }
  if (text.includes('%')) {
    yield text.replace(PERCENT, (_, hex: string) => character(Number.parseInt(hex, 16)))
  }
  if (/=[0-9A-F]{2}|=\r?\n/.test(text)) {
    yield text.replace(QUOTED_PRINTABLE, (_, hex?: string) =>
      hex ? character(Number.parseInt(hex, 16)) : '',
    )
  }
}

/** Bytes hidden in the text as base64 or hexadecimal, read from each place they may begin at. */
function* decodedRuns(text: string): Generator<Buffer> {
  for (const [run] of text.matchAll(BASE64_RUN)) {
    for (let from = 0; from < 4; from += 1) yield Buffer.from(run.slice(from), 'base64')
  }
  for (const [run] of text.matchAll(HEX_RUN)) yield Buffer.from(run, 'hex')
}

function tried(unpack: () => Buffer): Buffer | null {
  try {
    return unpack()
  } catch {
    return null
  }
}

function* zipEntries(bytes: Buffer): Generator<Buffer> {
  for (let at = bytes.indexOf(ZIP_ENTRY); at >= 0; at = bytes.indexOf(ZIP_ENTRY, at + 4)) {
    if (at + 30 > bytes.length) return
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    const entry = tried(() => inflateRawSync(bytes.subarray(start)))
    if (entry) yield entry
  }
}

const STREAM = /stream\r?\n/g

function* pdfStreams(bytes: Buffer): Generator<Buffer> {
  if (!bytes.subarray(0, 1024).includes('%PDF')) return
  for (const { index, 0: word } of bytes.toString('latin1').matchAll(STREAM)) {
    const stream = tried(() => inflateSync(bytes.subarray(index + word.length)))
    if (stream) yield stream
  }
}

const CONTROL = /[\0-\x08\x0e-\x1f]/

const isText = (bytes: Buffer): boolean => !CONTROL.test(bytes.toString('latin1', 0, 4096))

function* unpacked(bytes: Buffer): Generator<Buffer> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const plain = tried(() => gunzipSync(bytes))
    if (plain) yield plain
  }
  const brotli = isText(bytes) ? null : tried(() => brotliDecompressSync(bytes))
  if (brotli) yield brotli
  yield* zipEntries(bytes)
  yield* pdfStreams(bytes)
}

function marksIn(text: string, book: MarkBook, found: Set<Mark>): void {
  for (const [word] of text.toLowerCase().matchAll(LOOKS_LIKE_A_MARK)) {
    const mark = book.get(word)
    if (mark) found.add(mark)
  }
}

const isPacked = (bytes: Buffer): boolean =>
  (bytes[0] === 0x1f && bytes[1] === 0x8b) || bytes.subarray(0, 4).equals(ZIP_ENTRY)

function look(bytes: Buffer, book: MarkBook, found: Set<Mark>, depth: number): void {
  const text = bytes.toString('latin1')
  for (const reading of readings(text)) marksIn(reading, book, found)
  if (bytes.includes(0)) marksIn(bytes.toString('utf16le'), book, found)
  if (depth >= DEEPEST) return
  for (const run of decodedRuns(text)) {
    if (isPacked(run)) look(run, book, found, depth + 1)
    else marksIn(run.toString('latin1'), book, found)
  }
  for (const inner of unpacked(bytes)) look(inner, book, found, depth + 1)
}

/**
 * Every mark in these bytes: as they are, with entities, escapes, percent signs, quoted-printable, base64 and hexadecimal
 * undone, as UTF-16, and unpacked where they are gzip, brotli, a zip or a PDF.
 */
export function marksWithin(bytes: Buffer, book: MarkBook): ReadonlySet<Mark> {
  const found = new Set<Mark>()
  look(bytes, book, found, 0)
  return found
}
