/** Sixteen megabytes: far more than any briefing, and little enough to hold. */
export const LONGEST_LINE = 16 * 1024 * 1024

export type FileLine = { readonly line: number } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'faulty'; readonly message: string }
)

/** The file as a whole is not what it should be, so no line of it is read. */
export class BriefingsFileFault extends Error {
  override readonly name = 'BriefingsFileFault'
}

const NEW_LINE = 0x0a
const isUtf16 = (start: Buffer) =>
  (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)

/** Gathers one line and lets go of what is beyond the limit. */
class GrowingLine {
  private parts: Buffer[] = []
  private length = 0

  constructor(private readonly longest: number) {}

  add(part: Buffer): void {
    this.length += part.length
    if (this.length > this.longest) this.parts = []
    else this.parts.push(part)
  }

  get isEmpty(): boolean {
    return this.length === 0
  }

  take(line: number): FileLine {
    const read = this.read(line)
    this.parts = []
    this.length = 0
    return read
  }

  private read(line: number): FileLine {
    if (this.length > this.longest) {
      const megabytes = Math.round(this.longest / 1024 / 1024)
      return { line, kind: 'faulty', message: `is longer than ${megabytes} MB` }
    }
    try {
      const decoder = new TextDecoder('utf-8', { fatal: true })
      return { line, kind: 'text', text: decoder.decode(Buffer.concat(this.parts)) }
    } catch {
      return { line, kind: 'faulty', message: 'is not UTF-8: save the file in that encoding' }
    }
  }
}

/**
 * The lines of a UTF-8 file as it is read, one in memory at a time, those without words left out.
 *
 * A mark at the start and either kind of line ending are fine. A line that cannot be read does not keep the rest from it.
 * @throws {BriefingsFileFault} for UTF-16.
 */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  longest: number = LONGEST_LINE,
): AsyncGenerator<FileLine> {
  const growing = new GrowingLine(longest)
  let line = 0
  let isStart = true
  for await (const chunk of chunks) {
    if (isStart && isUtf16(chunk)) {
      throw new BriefingsFileFault('The file is UTF-16. Save it as UTF-8, and import it again.')
    }
    isStart = false
    let from = 0
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, from)) {
      growing.add(chunk.subarray(from, end))
      from = end + 1
      line += 1
      const read = growing.take(line)
      if (hasWords(read)) yield read
    }
    growing.add(chunk.subarray(from))
  }
  if (growing.isEmpty) return
  const last = growing.take(line + 1)
  if (hasWords(last)) yield last
}

const hasWords = (read: FileLine): boolean => read.kind === 'faulty' || read.text.trim() !== ''
