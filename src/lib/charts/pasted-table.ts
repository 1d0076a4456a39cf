/** A table as a spreadsheet puts it on the clipboard: the first row names the columns, the first column the rows. */
export type PastedTable = {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[]
}

export type PastedTableReading =
  | { readonly kind: 'read'; readonly table: PastedTable }
  | { readonly kind: 'faulty'; readonly fault: string }

const faulty = (fault: string): PastedTableReading => ({ kind: 'faulty', fault })

const MOST_ROWS = 60
const MOST_COLUMNS = 12

/** Reads tab-separated text. Every row must have as many cells as the first; blank lines are passed over. */
export function readPastedTable(text: string): PastedTableReading {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const [head, ...rows] = lines.map((line) => line.split('\t').map((cell) => cell.trim()))
  if (!head || head.length < 2 || rows.length === 0) {
    return faulty('Paste a table from a spreadsheet: names of columns first, then a row or more.')
  }
  if (rows.length > MOST_ROWS || head.length > MOST_COLUMNS) {
    return faulty(`A table holds at most ${MOST_ROWS} rows and ${MOST_COLUMNS} columns.`)
  }
  const uneven = rows.findIndex((cells) => cells.length !== head.length)
  if (uneven >= 0) {
    return faulty(`Row ${uneven + 2} has not as many cells as the first row.`)
  }
  const nameless = rows.findIndex(([label]) => !label)
  if (nameless >= 0) return faulty(`Row ${nameless + 2} has no name in its first cell.`)
  if (head.slice(1).some((name) => name === '')) return faulty('A column has no name.')
  return {
    kind: 'read',
    table: {
      columns: head,
      rows: rows.map(([label = '', ...cells]) => ({ label, cells })),
    },
  }
}
