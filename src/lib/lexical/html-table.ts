import { everyElement, type HtmlElement } from './html-tree'
import { table, tableRow } from './make-nodes'
import type { LexicalNode } from './nodes'

const HEADS = { nothing: 0, column: 1, row: 2 } as const
const WIDEST_SPAN = 100

const isWithin = (element: HtmlElement, name: string, table: HtmlElement): boolean => {
  let { parent } = element
  while (parent && parent !== table) {
    if ('name' in parent && parent.name === name) return true
    parent = parent.parent
  }
  return false
}

/** The rows of this table, not of those within it. */
const rowsOf = (element: HtmlElement): HtmlElement[] =>
  [...everyElement(element.children)].filter(
    (row) => row.name === 'tr' && !isWithin(row, 'table', element),
  )

const cellsOf = (row: HtmlElement): HtmlElement[] =>
  row.children.filter(
    (cell): cell is HtmlElement => 'attribs' in cell && (cell.name === 'td' || cell.name === 'th'),
  )

function span(value: string | undefined): number {
  const count = Number(value)
  return Number.isInteger(count) && count > 1 ? Math.min(count, WIDEST_SPAN) : 1
}

function headerState(cell: HtmlElement, row: HtmlElement, isHeadRow: boolean): number {
  if (isHeadRow) return HEADS.column
  if (cell.name !== 'th') return HEADS.nothing
  const isFirst = cellsOf(row)[0] === cell
  return cell.attribs.scope === 'row' || (isFirst && cell.attribs.scope !== 'col')
    ? HEADS.row
    : HEADS.column
}

/** A table with its heads and its spans; `contentOf` makes the blocks of a cell. Null for a table without cells. */
export function tableToLexical(
  element: HtmlElement,
  contentOf: (cell: HtmlElement) => readonly LexicalNode[],
): LexicalNode | null {
  const rows = rowsOf(element).filter((row) => cellsOf(row).length > 0)
  if (rows.length === 0) return null
  return table(
    rows.map((row) => {
      const cells = cellsOf(row)
      const isHeadRow =
        isWithin(row, 'thead', element) ||
        (row === rows[0] && cells.every(({ name }) => name === 'th'))
      return tableRow(
        cells.map((cell) => ({
          type: 'tablecell',
          version: 1,
          format: '',
          indent: 0,
          direction: 'ltr',
          headerState: headerState(cell, row, isHeadRow),
          colSpan: span(cell.attribs.colspan),
          rowSpan: span(cell.attribs.rowspan),
          backgroundColor: null,
          children: contentOf(cell),
        })),
      )
    }),
  )
}
