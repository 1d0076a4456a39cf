import type { Code, List, ListItem, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import {
  block,
  heading,
  lexicalDocument,
  lineBreak,
  list,
  listItem,
  paragraph,
  quote,
  rule,
  table,
  tableCell,
  tableRow,
  text,
} from './make-nodes'
import {
  type KeepFromElsewhere,
  markdownConversion,
  type MarkdownConversion,
  MarkdownFault,
  sourceIds,
  type SourceIdOf,
} from './markdown-conversion'
import type { LexicalDocument, LexicalNode } from './nodes'
import { flattenToLexical, phrasingToLexical } from './phrasing-to-lexical'
import { readCaseStudy } from './read-case-study'

const PULL_MARK = /^PULL:\s*/

function caseStudyBlock(yaml: string, conversion: MarkdownConversion): LexicalNode[] {
  const reading = readCaseStudy(yaml)
  if (reading.kind === 'faulty') {
    conversion.faults.push(...reading.faults)
    return []
  }
  const { sources, ...fields } = reading.caseStudy
  const ids = sourceIds(conversion, sources)
  return [block(conversion.idFor(fields), 'caseStudy', { ...fields, sources: ids })]
}

function fence({ lang, value }: Code, conversion: MarkdownConversion): LexicalNode[] {
  if (lang === 'case-study') return caseStudyBlock(value, conversion)
  const lines = value.split('\n').map((line) => text(line))
  return [paragraph(lines.flatMap((line, index) => (index === 0 ? line : [lineBreak(), line])))]
}

function listNode(node: List, depth: number, conversion: MarkdownConversion): LexicalNode {
  const start = node.start ?? 1
  const items = node.children.flatMap((item, index) =>
    itemNodes(item, start + index, depth, conversion),
  )
  return list(node.ordered === true, start, items)
}

/** The editor keeps a nested list in an item of its own, after the item it belongs to. */
function itemNodes(
  { children }: ListItem,
  value: number,
  depth: number,
  conversion: MarkdownConversion,
): LexicalNode[] {
  const words = flattenToLexical(
    children.filter((child) => child.type !== 'list'),
    conversion,
  )
  const nested = children
    .filter((child) => child.type === 'list')
    .map((child) => listItem(value + 1, depth, [listNode(child, depth + 1, conversion)]))
  return [listItem(value, depth, words), ...nested]
}

const tableNode = (node: Table, conversion: MarkdownConversion): LexicalNode =>
  table(
    node.children.map((row, index) =>
      tableRow(
        row.children.map((cell) =>
          tableCell(index === 0, phrasingToLexical(cell.children, conversion)),
        ),
      ),
    ),
  )

/** The page sets every quotation of an article as a pull quote, so the writer's mark is dropped. */
function quoteNode(children: readonly LexicalNode[]): LexicalNode {
  const [first, ...rest] = children
  if (first?.text === undefined) return quote(children)
  return quote([{ ...first, text: first.text.replace(PULL_MARK, '') }, ...rest])
}

function convert(node: RootContent, conversion: MarkdownConversion): LexicalNode[] {
  switch (node.type) {
    case 'paragraph': {
      const children = phrasingToLexical(node.children, conversion)
      return children.length > 0 ? [paragraph(children)] : []
    }
    case 'heading':
      return [heading(node.depth <= 2 ? 'h2' : 'h3', phrasingToLexical(node.children, conversion))]
    case 'list':
      return [listNode(node, 0, conversion)]
    case 'blockquote':
      return [quoteNode(flattenToLexical(node.children, conversion))]
    case 'table':
      return [tableNode(node, conversion)]
    case 'code':
      return fence(node, conversion)
    case 'thematicBreak':
      return [rule()]
    case 'html':
      return [...(conversion.keep?.html(node.value) ?? [])]
    default:
      return []
  }
}

const REFERENCE = /\[\^([^\]\s]+)\](?!:)/g
const DEFINITION = /^ {0,3}\[\^([^\]\s]+)\]:/gm

const keysIn = (markdown: string, pattern: RegExp): Set<string> =>
  new Set([...markdown.matchAll(pattern)].map(([, key]) => key ?? ''))

/** Keys of footnotes that cite a source. In text from elsewhere, a footnote may have words of its own instead. */
function citedKeys(markdown: string, keep: KeepFromElsewhere | null): ReadonlySet<string> {
  const keys = keysIn(markdown, REFERENCE)
  const defined = keep ? keysIn(markdown, DEFINITION) : new Set<string>()
  return new Set([...keys].filter((key) => !defined.has(key)))
}

/** Markdown knows a footnote by its definition alone; those of sources stand elsewhere. */
const withDefinitions = (markdown: string, cited: ReadonlySet<string>): string =>
  [...[...cited].map((key) => `[^${key}]: Source.`), '', markdown].join('\n')

/** The footnotes that have words of their own, as a numbered list at the end. */
function notes(conversion: MarkdownConversion): LexicalNode[] {
  const items = [...conversion.footnotes.values()].map(({ children }, index) =>
    listItem(index + 1, 0, flattenToLexical(children, conversion)),
  )
  return items.length > 0 ? [heading('h2', [text('Notes')]), list(true, 1, items)] : []
}

/**
 * CommonMark with tables and footnotes, as the editor's own JSON.
 *
 * `[^key]` becomes a citation and a `case-study` fence a case study, their keys made ids by `sourceIdOf`. Raw HTML is
 * dropped, unless `keep` says what it stands for; a footnote with words of its own is then a numbered note at the end.
 * Pure: the same text gives the same document, ids included.
 *
 * @throws {MarkdownFault} listing every unknown source and every faulty case study.
 */
export function markdownToLexical(
  markdown: string,
  sourceIdOf: SourceIdOf,
  keep: KeepFromElsewhere | null = null,
): LexicalDocument {
  const cited = citedKeys(markdown, keep)
  const tree = fromMarkdown(withDefinitions(markdown, cited), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  })
  const conversion = markdownConversion(tree, { sourceIdOf, keep, cited })
  const children = tree.children.flatMap((node) => convert(node, conversion))
  const document = lexicalDocument([...children, ...notes(conversion)])
  if (conversion.faults.length > 0) throw new MarkdownFault([...new Set(conversion.faults)])
  return document
}
