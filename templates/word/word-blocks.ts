import { Bookmark, type FileChild, HeadingLevel, Paragraph, type ParagraphChild } from 'docx'
import { headingsOf, levelOf } from '@/lib/lexical/outline'
import { blocksOf, type LexicalNode, plainText } from '@/lib/lexical/nodes'
import type { WordContext } from './word-context'
import { evidenceBlock } from './word-evidence'
import { inline } from './word-inline'
import { lexicalTable } from './word-tables'
import { run } from './word-text'

const within = (node: LexicalNode, context: WordContext): ParagraphChild[] =>
  (node.children ?? []).flatMap((child) => inline(child, context))

function listOf(list: LexicalNode, depth: number, context: WordContext): FileChild[] {
  const numbering = context.lists.nameFor(list, depth)
  return (list.children ?? []).flatMap(({ children = [] }) => {
    const said = children.filter(({ type }) => type !== 'list')
    const inner = children.filter(({ type }) => type === 'list')
    const own = new Paragraph({
      children: said.flatMap((child) => inline(child, context)),
      numbering,
    })
    return [
      ...(said.length > 0 ? [own] : []),
      ...inner.flatMap((one) => listOf(one, depth + 1, context)),
    ]
  })
}

const ALT = 'Picture: '

function picture({ value }: LexicalNode): FileChild[] {
  const { alt, credit } = (value ?? {}) as { alt?: string; credit?: string }
  const words = [alt, credit].filter(Boolean).join(' ')
  return words ? [new Paragraph({ children: [run(`${ALT}${words}`, { italics: true })] })] : []
}

function blockOf(node: LexicalNode, context: WordContext): FileChild[] {
  switch (node.type) {
    case 'paragraph':
      return node.children?.length ? [new Paragraph({ children: within(node, context) })] : []
    case 'quote':
      return [new Paragraph({ style: 'Quotation', children: within(node, context) })]
    case 'list':
      return listOf(node, 0, context)
    case 'table':
      return [lexicalTable(node, context), new Paragraph('')]
    case 'block':
      return evidenceBlock(node, context)
    case 'upload':
      return picture(node)
    default:
      return (node.children ?? []).flatMap((child) => blockOf(child, context))
  }
}

const headingOf = (node: LexicalNode, anchor: string, context: WordContext) =>
  new Paragraph({
    heading: levelOf(node) === 3 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1,
    children: [new Bookmark({ id: anchor, children: within(node, context) })],
  })

/** The text of a briefing as Word has it, its headings under the anchors the page gives them. */
export function wordBlocks(document: unknown, context: WordContext): FileChild[] {
  const anchors = headingsOf(document).map(({ anchor }) => anchor)
  return blocksOf(document).flatMap((node) => {
    if (node.type !== 'heading') return blockOf(node, context)
    if (plainText([node]) === '') return []
    return [headingOf(node, anchors.shift() ?? '', context)]
  })
}
