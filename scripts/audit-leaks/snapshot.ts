import path from 'node:path'
import { PROJECT_ROOT } from '../building/project-root'
import type { Audited } from './audit'
import type { Put } from './ask-everything-twice'

/** Where the table is kept; the administrators’ page shows it. */
export const SNAPSHOT = path.join(PROJECT_ROOT, 'docs/evidence/leak-audit.json')

/** The table as text, the same for the same answers: no mark, id, date or count stands in it. */
export const snapshotOf = ({ rows, personas }: Audited): string =>
  `${JSON.stringify({ personas, rows }, null, 2)}\n`

type Table = {
  readonly personas: readonly string[]
  readonly rows: readonly { route: string; cells: Record<string, string> }[]
}

export function printedTable(snapshot: string): string {
  const { personas, rows } = JSON.parse(snapshot) as Table
  const lines = rows.map(({ route, cells }) => [
    route,
    ...personas.map((name) => cells[name] ?? '–'),
  ])
  return inColumns([['route', ...personas], ...lines])
}

/** Who was asked how many questions twice; where only some were put, of how many. */
export const printedPuts = (puts: readonly Put[]): string =>
  inColumns([
    ['questions, each asked twice', 'as', 'put', 'of'],
    ...puts.map(({ persona, about, put, of }) => [about, persona, String(put), String(of)]),
  ])

function inColumns(all: readonly (readonly string[])[]): string {
  const widths = all[0]?.map((_, n) => Math.max(...all.map((line) => (line[n] ?? '').length))) ?? []
  return all
    .map((line) =>
      line
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
