import { htmlToLexical } from '@/lib/lexical/html-to-lexical'
import { MarkdownFault } from '@/lib/lexical/markdown-conversion'
import { markdownToLexical } from '@/lib/lexical/markdown-to-lexical'
import { blocksOf, type LexicalDocument, plainText } from '@/lib/lexical/nodes'
import type { BriefingLine } from './briefing-line'
import { lexicalFaults } from './check-lexical'
import type { Fault } from './faults'
import { withMappedSources } from '@/lib/lexical/mapped-sources'

export type BodyReading =
  | {
      readonly kind: 'read'
      /** Null for a text without words. */
      readonly body: LexicalDocument | null
      /** What could not be brought over. */
      readonly lost: readonly string[]
    }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }

type Convert = (lose: (sentence: string) => void) => LexicalDocument

const faulty = (...messages: string[]): BodyReading => ({
  kind: 'faulty',
  faults: messages.map((message) => ({ field: 'body', message })),
})

const TOO_DEEP = 'is nested too deeply'

function converted(convert: Convert, isDraft: boolean): BodyReading {
  const lost: string[] = []
  try {
    const body = convert((sentence) => lost.push(sentence))
    const faults = lexicalFaults(body, isDraft)
    if (faults.length > 0) return { kind: 'faulty', faults }
    return plainText(blocksOf(body)) === ''
      ? faulty('holds no text')
      : { kind: 'read', body, lost: [...new Set(lost)] }
  } catch (fault) {
    if (fault instanceof MarkdownFault) return faulty(...fault.faults)
    // A stack that ran out: nothing but nesting does that here.
    if (fault instanceof RangeError) return faulty(TOO_DEEP)
    throw fault
  }
}

/** The number of a source in the line's list, from 1, as an id. */
const numbered = (ids: readonly string[], key: string): string | undefined =>
  /^\d{1,4}$/.test(key) ? ids[Number(key) - 1] : undefined

function lexicalBody(
  written: BriefingLine['body'],
  sourceIds: readonly string[],
  isDraft: boolean,
): BodyReading {
  let document: unknown = written
  try {
    if (typeof written === 'string') document = JSON.parse(written)
  } catch {
    return faulty('is not the editor’s JSON')
  }
  const faults = lexicalFaults(document, isDraft)
  if (faults.length > 0) return { kind: 'faulty', faults }
  const body = withMappedSources(document as LexicalDocument, (source) =>
    typeof source === 'number' ? (numbered(sourceIds, String(source)) ?? source) : source,
  )
  if (blocksOf(body).length === 0) return { kind: 'read', body: null, lost: [] }
  return { kind: 'read', body, lost: [] }
}

type Written = Pick<BriefingLine, 'body' | 'bodyFormat' | 'media' | 'status'>

/**
 * The body of a line as the editor keeps text.
 *
 * In Markdown, `[^2]` without a note of its own cites the second source of the line; in the editor's JSON, a source is named
 * by its number in that list, or by its id. In HTML, `<img src="media:2" alt="…">` is a figure with the second picture of the line.
 */
export function readBody(
  { body, bodyFormat, media, status }: Written,
  sourceIds: readonly string[],
): BodyReading {
  const isDraft = status === 'draft'
  if (bodyFormat === 'lexical') return lexicalBody(body, sourceIds, isDraft)
  if (typeof body !== 'string') return faulty('should be text')
  if (bodyFormat === 'html') {
    return converted((lose) => htmlToLexical(body, lose, media?.length ?? 0), isDraft)
  }
  return converted(
    (lose) =>
      markdownToLexical(body, (key) => numbered(sourceIds, key), {
        html: (html) => blocksOf(htmlToLexical(html, lose)),
        lose,
      }),
    isDraft,
  )
}
