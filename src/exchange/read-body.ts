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

function converted(convert: Convert): BodyReading {
  const lost: string[] = []
  try {
    const body = convert((sentence) => lost.push(sentence))
    const faults = lexicalFaults(body)
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

function lexicalBody(written: BriefingLine['body'], sourceIds: readonly string[]): BodyReading {
  let document: unknown = written
  try {
    if (typeof written === 'string') document = JSON.parse(written)
  } catch {
    return faulty('is not the editor’s JSON')
  }
  const faults = lexicalFaults(document)
  if (faults.length > 0) return { kind: 'faulty', faults }
  const body = withMappedSources(document as LexicalDocument, (source) =>
    typeof source === 'number' ? (numbered(sourceIds, String(source)) ?? source) : source,
  )
  if (blocksOf(body).length === 0) return { kind: 'read', body: null, lost: [] }
  return { kind: 'read', body, lost: [] }
}

/**
 * The body of a line as the editor keeps text.
 *
 * In Markdown, `[^2]` without a note of its own cites the second source of the line; in the editor's JSON, a source is named
 * by its number in that list, or by its id.
 */
export function readBody(
  { body, bodyFormat }: Pick<BriefingLine, 'body' | 'bodyFormat'>,
  sourceIds: readonly string[],
): BodyReading {
  if (bodyFormat === 'lexical') return lexicalBody(body, sourceIds)
  if (typeof body !== 'string') return faulty('should be text')
  if (bodyFormat === 'html') return converted((lose) => htmlToLexical(body, lose))
  return converted((lose) =>
    markdownToLexical(body, (key) => numbered(sourceIds, key), {
      html: (html) => blocksOf(htmlToLexical(html, lose)),
      lose,
    }),
  )
}
