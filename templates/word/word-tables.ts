import { Paragraph, type ParagraphChild, Table, TableCell, TableRow, WidthType } from 'docx'
import type { PastedTable } from '@/lib/charts/pasted-table'
import type { LexicalNode } from '@/lib/lexical/nodes'
import type { WordContext } from './word-context'
import { inline } from './word-inline'
import { run } from './word-text'

type CellArgs = {
  readonly children: readonly Paragraph[]
  readonly columnSpan?: number
  readonly rowSpan?: number
}

const cell = ({ children, columnSpan, rowSpan }: CellArgs): TableCell =>
  new TableCell({
    children: children.length > 0 ? [...children] : [new Paragraph('')],
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(columnSpan ? { columnSpan } : {}),
    ...(rowSpan ? { rowSpan } : {}),
  })

const words = (text: string, bold = false): TableCell =>
  cell({ children: [new Paragraph({ children: [run(text, bold ? { bold } : {})] })] })

const tableOf = (rows: readonly TableRow[]): Table =>
  new Table({ rows: [...rows], width: { size: 100, type: WidthType.PERCENTAGE } })

/** A table pasted from a spreadsheet, its first row repeated on each page it runs over. */
export const pastedTable = ({ columns, rows }: PastedTable): Table =>
  tableOf([
    new TableRow({ tableHeader: true, children: columns.map((name) => words(name, true)) }),
    ...rows.map(
      ({ label, cells }) =>
        new TableRow({ children: [words(label, true), ...cells.map((one) => words(one))] }),
    ),
  ])

/** Names beside what is said of each. */
export const factTable = (facts: readonly (readonly [string, readonly ParagraphChild[]])[]) =>
  tableOf(
    facts.map(
      ([name, said]) =>
        new TableRow({
          children: [
            words(name, true),
            cell({ children: [new Paragraph({ children: [...said] })] }),
          ],
        }),
    ),
  )

const isHead = (node: LexicalNode): boolean => Number(node.headerState ?? 0) > 0

const spanOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 1 ? value : undefined

function cellOf(node: LexicalNode, context: WordContext): TableCell {
  const [columnSpan, rowSpan] = [spanOf(node.colSpan), spanOf(node.rowSpan)]
  const children = (node.children ?? []).map(
    (child) =>
      new Paragraph({
        children: inline(child, context),
        ...(isHead(node) ? { style: 'TableHead' } : {}),
      }),
  )
  return cell({
    children,
    ...(columnSpan ? { columnSpan } : {}),
    ...(rowSpan ? { rowSpan } : {}),
  })
}

/** A table of the text, with its heads and the cells that span. */
export const lexicalTable = (table: LexicalNode, context: WordContext): Table =>
  tableOf(
    (table.children ?? []).map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0 && (row.children ?? []).every(isHead),
          children: (row.children ?? []).map((one) => cellOf(one, context)),
        }),
    ),
  )
