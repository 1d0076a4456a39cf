import { phrasing, trimmed } from './html-phrasing'
import { tableToLexical } from './html-table'
import {
  hasBlocks,
  type HtmlConversion,
  type HtmlElement,
  type HtmlNode,
  isBlock,
  isElement,
  isLeftOut,
  parseHtml,
  wordsIn,
} from './html-tree'
import {
  FORMAT,
  heading,
  lexicalDocument,
  lineBreak,
  list,
  listItem,
  paragraph,
  quote,
  rule,
  text,
} from './make-nodes'
import type { LexicalDocument, LexicalNode } from './nodes'
import { stableIds } from './stable-ids'

const isList = (node: HtmlNode): node is HtmlElement =>
  isElement(node) && ['ul', 'ol', 'menu'].includes(node.name)

const isInline = (node: LexicalNode): boolean =>
  ['text', 'linebreak', 'link', 'inlineBlock', 'tab'].includes(node.type)

/** Blocks as running text, a break between them, for places of the editor that hold no blocks. */
function running(blocks: readonly LexicalNode[]): LexicalNode[] {
  const parts = blocks.flatMap(({ children = [] }) => {
    if (children.length === 0) return []
    return [children.every(isInline) ? [...children] : running(children)]
  })
  return parts.flatMap((part, index) => (index === 0 ? part : [lineBreak(), ...part]))
}

/** The lists of an item, also where something stands around them. */
function splitItem(nodes: readonly HtmlNode[]): { words: HtmlNode[]; lists: HtmlElement[] } {
  const lists = nodes.filter(isList)
  return { words: nodes.filter((node) => !isList(node)), lists }
}

/** The editor keeps a nested list in an item of its own, after the item it belongs to. */
function itemNodes(
  item: HtmlElement,
  value: number,
  depth: number,
  conversion: HtmlConversion,
): LexicalNode[] {
  const { words, lists } = splitItem(item.children)
  const own = running(blocksOf(words, conversion))
  const nested = lists.map((inner) =>
    listItem(value + 1, depth, [listNode(inner, depth + 1, conversion)]),
  )
  return own.length > 0 || nested.length === 0 ? [listItem(value, depth, own), ...nested] : nested
}

const wholeNumber = (value: string | undefined): number | null =>
  value !== undefined && /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : null

/** The number of the first item: its own, or else the list's. */
function startOf({ name, attribs, children }: HtmlElement): number {
  if (name !== 'ol') return 1
  const first = children.find(isElement)
  return wholeNumber(first?.attribs.value) ?? wholeNumber(attribs.start) ?? 1
}

/** The editor counts the items of a list from its first. Numbers that jump within it are not kept, which is said. */
function tellJumps(items: readonly HtmlElement[], start: number, { lose }: HtmlConversion): void {
  let next = start
  for (const { attribs } of items) {
    const said = wholeNumber(attribs.value) ?? next
    if (said !== next) lose(`a numbered list goes on without a gap where it went to ${said}`)
    next = said + 1
  }
}

/** An item that is a list and nothing else has no number of its own. */
const isNumbered = ({ children = [] }: LexicalNode): boolean => children[0]?.type !== 'list'

function listNode(element: HtmlElement, depth: number, conversion: HtmlConversion): LexicalNode {
  const isOrdered = element.name === 'ol'
  const start = startOf(element)
  const items = element.children.filter(isElement)
  if (isOrdered)
    tellJumps(
      items.filter((item) => !isList(item)),
      start,
      conversion,
    )
  let value = start
  const nodes = items.flatMap((item) => {
    const made = isList(item)
      ? [listItem(value, depth, [listNode(item, depth + 1, conversion)])]
      : itemNodes(item, value, depth, conversion)
    value += made.filter(isNumbered).length
    return made
  })
  return list(isOrdered, start, nodes)
}

function listNodes(element: HtmlElement, conversion: HtmlConversion): LexicalNode[] {
  const node = listNode(element, 0, conversion)
  return node.children && node.children.length > 0 ? [node] : []
}

function preformatted(element: HtmlElement): LexicalNode[] {
  const lines = textOf(element.children)
    .replace(/^\n|\n$/g, '')
    .split('\n')
  const nodes = lines.map((line) => text(line))
  return [paragraph(nodes.flatMap((line, index) => (index === 0 ? line : [lineBreak(), line])))]
}

const textOf = (nodes: readonly HtmlNode[]): string =>
  nodes.map((node) => (isElement(node) ? textOf(node.children) : wordsIn(node))).join('')

const orNothing = (
  children: readonly LexicalNode[],
  make: (children: readonly LexicalNode[]) => LexicalNode,
): LexicalNode[] => (children.length > 0 ? [make(children)] : [])

function cellContent(cell: HtmlElement, conversion: HtmlConversion): readonly LexicalNode[] {
  const blocks = blocksOf(cell.children, conversion)
  return blocks.some(({ type }) => type === 'table')
    ? [paragraph(running(blocks))]
    : blocks.length > 0
      ? blocks
      : [paragraph([])]
}

function tableNodes(element: HtmlElement, conversion: HtmlConversion): LexicalNode[] {
  const caption = element.children.find((node) => isElement(node) && node.name === 'caption')
  const table = tableToLexical(element, (cell) => cellContent(cell, conversion))
  return [...(caption ? blocksOf([caption], conversion) : []), ...(table ? [table] : [])]
}

function blockNodes(element: HtmlElement, conversion: HtmlConversion): LexicalNode[] {
  const inline = (format: number = FORMAT.none) =>
    trimmed(phrasing(element.children, format, conversion))
  switch (element.name) {
    case 'h1':
    case 'h2':
      return orNothing(inline(), (children) => heading('h2', children))
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return orNothing(inline(), (children) => heading('h3', children))
    case 'dt':
    case 'summary':
    case 'legend':
      return orNothing(inline(FORMAT.bold), paragraph)
    case 'ul':
    case 'ol':
    case 'menu':
      return listNodes(element, conversion)
    case 'li':
      return [list(false, 1, itemNodes(element, 1, 0, conversion))]
    case 'blockquote':
      return orNothing(running(blocksOf(element.children, conversion)), quote)
    case 'table':
      return tableNodes(element, conversion)
    case 'pre':
      return preformatted(element)
    case 'hr':
      return [rule()]
    case 'a':
      conversion.lose('a link around whole paragraphs was left out, its words stay')
      return blocksOf(element.children, conversion)
    default:
      return blocksOf(element.children, conversion)
  }
}

/** Blocks one after another; words between them become paragraphs of their own. */
function blocksOf(nodes: readonly HtmlNode[], conversion: HtmlConversion): LexicalNode[] {
  const blocks: LexicalNode[] = []
  let run: HtmlNode[] = []
  const endRun = () => {
    blocks.push(...orNothing(trimmed(phrasing(run, FORMAT.none, conversion)), paragraph))
    run = []
  }
  for (const node of nodes) {
    const isBlockLike = isBlock(node) || (isElement(node) && hasBlocks(node))
    if (!isBlockLike) {
      run.push(node)
      continue
    }
    endRun()
    if (!isLeftOut(node as HtmlElement, conversion)) {
      blocks.push(...blockNodes(node as HtmlElement, conversion))
    }
  }
  endRun()
  return blocks
}

/** A figure stands by itself: after the block at the top of the text that its picture is in. */
function withFigures(nodes: readonly HtmlNode[], conversion: HtmlConversion): LexicalNode[] {
  if (conversion.pictures === 0) return blocksOf(nodes, conversion)
  const groups: HtmlNode[][] = []
  for (const node of nodes) {
    const isRunning = !isBlock(node)
    if (isRunning && groups.length > 0 && !isBlock(groups.at(-1)?.at(-1) as HtmlNode)) {
      groups.at(-1)?.push(node)
    } else groups.push([node])
  }
  return groups.flatMap((group) => [
    ...blocksOf(group, conversion),
    ...conversion.waiting.splice(0),
  ])
}

/**
 * HTML as the editor's own JSON: headings, lists, tables with their heads and spans, quotations, links and marks.
 *
 * Nothing of it is ever written as HTML again: scripts, styles and attributes have no place to go. A picture leaves its
 * words, a link to anywhere unsafe too; `lose` hears of both, and of whatever else was left out. A picture
 * named `media:2` with words is a figure, where `pictures` come with the text. Pure: the same text gives
 * the same document, ids included.
 */
export function htmlToLexical(
  html: string,
  lose: (sentence: string) => void,
  pictures = 0,
): LexicalDocument {
  const conversion: HtmlConversion = { lose, idFor: stableIds(), pictures, waiting: [] }
  return lexicalDocument(withFigures(parseHtml(html), conversion))
}
