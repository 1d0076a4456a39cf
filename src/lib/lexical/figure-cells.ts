import { type LexicalNode, plainText } from './nodes'

/** An amount, in brackets where it is below nothing, or the dash of an empty place. */
const FIGURE = /^\(?[£€$+−–-]?\s?[\d.,]+\s?(%|m|bn|million|billion)?\)?$/
const DASH = /^[−–—-]$/

const isHead = (cell: LexicalNode): boolean => Number(cell.headerState ?? 0) > 0

const span = (value: unknown): number => (typeof value === 'number' && value > 1 ? value : 1)

type Placed = { readonly cell: LexicalNode; readonly column: number; readonly isWide: boolean }

/** The cells of a table with the column each begins in, those that reach down from above counted. */
function* placedCells(table: LexicalNode): Generator<Placed> {
  const reaching = new Map<number, number>()
  for (const row of table.children ?? []) {
    const above = new Map(reaching)
    let column = 0
    for (const cell of row.children ?? []) {
      while ((above.get(column) ?? 0) > 0) column += 1
      const width = span(cell.colSpan)
      yield { cell, column, isWide: width > 1 }
      for (let one = column; one < column + width; one += 1) reaching.set(one, span(cell.rowSpan))
      column += width
    }
    for (const [one, rows] of reaching) reaching.set(one, rows - 1)
  }
}

function isOfFigures(words: readonly string[]): boolean {
  const figures = words.filter((word) => FIGURE.test(word))
  return figures.length > 0 && words.every((word) => FIGURE.test(word) || DASH.test(word))
}

/** The cells of the columns that hold figures alone, their heads too: a reader compares them from the right. */
export function figureCells(table: LexicalNode): ReadonlySet<LexicalNode> {
  const columns = new Map<number, LexicalNode[]>()
  for (const { cell, column, isWide } of placedCells(table)) {
    if (!isWide) columns.set(column, [...(columns.get(column) ?? []), cell])
  }
  const ofFigures = [...columns.values()].filter((cells) =>
    isOfFigures(
      cells
        .filter((cell) => !isHead(cell))
        .map((cell) => plainText([cell]))
        .filter(Boolean),
    ),
  )
  return new Set(ofFigures.flat())
}
