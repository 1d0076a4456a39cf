import type { LexicalDocument, LexicalNode } from './nodes'

/** Builders of the editor's own JSON, each field as the editor itself writes it. */

const element = { format: '', indent: 0, version: 1, direction: 'ltr' } as const

export const FORMAT = { none: 0, bold: 1, italic: 2, subscript: 32, superscript: 64 } as const

export const text = (value: string, format: number = FORMAT.none): LexicalNode => ({
  type: 'text',
  version: 1,
  text: value,
  format,
  style: '',
  mode: 'normal',
  detail: 0,
})

export const lineBreak = (): LexicalNode => ({ type: 'linebreak', version: 1 })

export const rule = (): LexicalNode => ({ type: 'horizontalrule', version: 1 })

export const paragraph = (children: readonly LexicalNode[]): LexicalNode => ({
  ...element,
  type: 'paragraph',
  textFormat: 0,
  textStyle: '',
  children,
})

export const heading = (tag: 'h2' | 'h3', children: readonly LexicalNode[]): LexicalNode => ({
  ...element,
  type: 'heading',
  tag,
  children,
})

export const quote = (children: readonly LexicalNode[]): LexicalNode => ({
  ...element,
  type: 'quote',
  children,
})

export const link = (id: string, url: string, children: readonly LexicalNode[]): LexicalNode => ({
  ...element,
  type: 'link',
  version: 3,
  id,
  fields: { linkType: 'custom', url, newTab: false },
  children,
})

export const list = (
  isOrdered: boolean,
  start: number,
  children: readonly LexicalNode[],
): LexicalNode => ({
  ...element,
  type: 'list',
  listType: isOrdered ? 'number' : 'bullet',
  tag: isOrdered ? 'ol' : 'ul',
  start,
  children,
})

/** `indent` counts the lists around the item's own. */
export const listItem = (
  value: number,
  indent: number,
  children: readonly LexicalNode[],
): LexicalNode => ({ ...element, type: 'listitem', value, indent, children })

/** Pixels of a table over all its columns, as wide as the text beside it in the editor. */
const TABLE_WIDTH = 660

export const table = (rows: readonly LexicalNode[]): LexicalNode => ({
  ...element,
  type: 'table',
  colWidths: columnWidths(rows[0]?.children?.length ?? 1),
  children: rows,
})

export const tableRow = (cells: readonly LexicalNode[]): LexicalNode => ({
  ...element,
  type: 'tablerow',
  children: cells,
})

export const tableCell = (isHeader: boolean, children: readonly LexicalNode[]): LexicalNode => ({
  ...element,
  type: 'tablecell',
  headerState: isHeader ? 1 : 0,
  colSpan: 1,
  rowSpan: 1,
  backgroundColor: null,
  children: [paragraph(children)],
})

const columnWidths = (columns: number): number[] =>
  Array.from({ length: columns }, () => Math.round(TABLE_WIDTH / columns))

type Fields = Readonly<Record<string, unknown>>

export const block = (id: string, blockType: string, fields: Fields): LexicalNode => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id, blockName: '', blockType, ...fields },
})

export const inlineBlock = (id: string, blockType: string, fields: Fields): LexicalNode => ({
  type: 'inlineBlock',
  version: 1,
  fields: { id, blockName: '', blockType, ...fields },
})

export const lexicalDocument = (children: readonly LexicalNode[]): LexicalDocument => ({
  root: { ...element, type: 'root', children },
})
