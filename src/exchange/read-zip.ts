import { inflateRawSync } from 'node:zlib'

/** Why an archive is not read further. */
export class ZipFault extends Error {
  override readonly name = 'ZipFault'
  constructor(readonly kind: 'broken' | 'protected' | 'bursting' | 'too-many') {
    super(`The archive is ${kind}`)
  }
}

export type ZipPart = { readonly name: string; readonly content: Buffer }

export type ZipLimits = {
  /** Bytes of all parts together, once unpacked. */
  readonly largestUnpacked: number
  readonly mostParts: number
}

const ENTRY = 0x02014b50
const END = 0x06054b50
const END_LENGTH = 22
const STORED = 0
const DEFLATED = 8

const broken = () => new ZipFault('broken')

function directoryOf(file: Buffer): { readonly from: number; readonly end: number } {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + END_LENGTH > file.length || file.readUInt32LE(end) !== END) throw broken()
  const from = file.readUInt32LE(end + 16)
  if (from + file.readUInt32LE(end + 12) !== end) throw broken()
  return { from, end }
}

/** The content of one part: never more than `most` bytes of it come into memory, whatever the file says of its size. */
function unpacked(file: Buffer, entry: number, most: number): Buffer {
  if ((file.readUInt16LE(entry + 8) & 1) === 1) throw new ZipFault('protected')
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
    throw code === 'ERR_BUFFER_TOO_LARGE' ? new ZipFault('bursting') : broken()
  }
}

function* partsOf(file: Buffer, { largestUnpacked, mostParts }: ZipLimits): Generator<ZipPart> {
  const { from, end } = directoryOf(file)
  let left = largestUnpacked
  let count = 0
  for (let entry = from; entry < end; count += 1) {
    if (count >= mostParts) throw new ZipFault('too-many')
    if (file.readUInt32LE(entry) !== ENTRY) throw broken()
    const nameEnd = entry + 46 + file.readUInt16LE(entry + 28)
    const content = unpacked(file, entry, left)
    left -= content.length
    if (left < 0) throw new ZipFault('bursting')
    yield { name: file.toString('utf8', entry + 46, nameEnd), content }
    entry = nameEnd + file.readUInt16LE(entry + 30) + file.readUInt16LE(entry + 32)
  }
}

/**
 * The parts of a zip archive, one in memory at a time, as its directory names them. Within its limits whatever it says of itself.
 *
 * @throws {ZipFault}
 */
export function* zipParts(file: Buffer, limits: ZipLimits): Generator<ZipPart> {
  try {
    yield* partsOf(file, limits)
  } catch (fault) {
    // A number in the file that leads beyond its end.
    throw fault instanceof RangeError ? broken() : fault
  }
}
