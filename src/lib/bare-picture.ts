const JPEG_MARKS = { start: 0xffd8, end: 0xd9, scan: 0xda, jfif: 0xe0 } as const

/** Tables, frame and scan: what it takes to draw the picture. All else a segment may be (Exif, comments, profiles) says more. */
const DRAWING = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xda, 0xdb, 0xdd])
/** Of a JFIF segment without a thumbnail. */
const JFIF_LENGTH = 16

/** Where the data of a scan ends: before a mark that is neither an escaped byte nor a restart. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 2)) {
    const next = file[at + 1] ?? 0
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
  }
  return file.length
}

function isBareJpeg(file: Buffer): boolean {
  let at = 2
  while (at + 2 <= file.length && file[at] === 0xff) {
    const mark = file[at + 1] ?? 0
    if (mark === JPEG_MARKS.end) return at + 2 === file.length
    if (at + 4 > file.length) return false
    const length = file.readUInt16BE(at + 2)
    const isAllowed = DRAWING.has(mark) || (mark === JPEG_MARKS.jfif && length === JFIF_LENGTH)
    if (!isAllowed) return false
    at += 2 + length
    if (mark === JPEG_MARKS.scan) at = endOfScan(file, at)
  }
  return false
}

const WEBP_DRAWING = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH'])

function isBareWebp(file: Buffer): boolean {
  if (file.readUInt32LE(4) + 8 !== file.length) return false
  let at = 12
  while (at + 8 <= file.length) {
    if (!WEBP_DRAWING.has(file.toString('latin1', at, at + 4))) return false
    const length = file.readUInt32LE(at + 4)
    at += 8 + length + (length % 2)
  }
  return at === file.length
}

/**
 * Whether a JPEG or WebP file holds its picture and nothing else: no place, camera, comment, profile, or anything behind its end.
 * False for every other file. (ITU-T T.81, annex B; RFC 9649.)
 */
export function isBarePicture(file: Buffer): boolean {
  if (file.length < 20) return false
  if (file.readUInt16BE(0) === JPEG_MARKS.start) return isBareJpeg(file)
  return file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP'
    ? isBareWebp(file)
    : false
}
