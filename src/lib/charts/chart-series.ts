import { type PastedTable, readPastedTable } from './pasted-table'

export type ChartPoint = {
  readonly label: string
  /** The figure as it was written, such as `£1,200`. */
  readonly written: string
  /** Null where there is no figure. */
  readonly value: number | null
}

export type ChartSeries = { readonly name: string; readonly points: readonly ChartPoint[] }

export type ChartReading =
  | { readonly kind: 'read'; readonly table: PastedTable; readonly series: readonly ChartSeries[] }
  | { readonly kind: 'faulty'; readonly fault: string }

const NOTHING = /^([-–—.]{0,3}|n\/a)$/i
const FIGURE = /^[-−+]?[£$€]?\s?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?\s?(%|m|bn|k)?$/i

/** `£1,200`, `−3.5%` or `1.2m` as a number: the unit is let fall, so one column must keep to one. Null for no figure. */
export function toFigure(written: string): number | null | undefined {
  const text = written.trim()
  if (NOTHING.test(text)) return null
  if (!FIGURE.test(text) || !/\d/.test(text)) return undefined
  return Number(text.replace('−', '-').replace(/[^\d.-]/g, ''))
}

const MOST_SERIES = 4

const pointOf = (label: string, written: string): ChartPoint => ({
  label,
  written,
  value: toFigure(written) ?? null,
})

/** The series of a pasted table, a column each. A cell that is neither a figure nor empty is a fault. */
export function readChart(text: string): ChartReading {
  const reading = readPastedTable(text)
  if (reading.kind === 'faulty') return reading
  const { columns, rows } = reading.table
  const wrong = rows
    .flatMap(({ label, cells }) => cells.map((cell) => ({ label, cell })))
    .find(({ cell }) => toFigure(cell) === undefined)
  if (wrong) {
    return { kind: 'faulty', fault: `“${wrong.cell}” in the row “${wrong.label}” is no figure.` }
  }
  if (columns.length > MOST_SERIES + 1) {
    return { kind: 'faulty', fault: `A chart shows at most ${MOST_SERIES} columns of figures.` }
  }
  const series = columns.slice(1).map((name, column) => ({
    name,
    points: rows.map(({ label, cells }) => pointOf(label, cells[column] ?? '')),
  }))
  if (!series.some(({ points }) => points.some(({ value }) => value !== null))) {
    return { kind: 'faulty', fault: 'There is no figure in the table.' }
  }
  return { kind: 'read', table: reading.table, series }
}
