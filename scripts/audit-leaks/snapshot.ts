import path from 'node:path'
import { PROJECT_ROOT } from '../building/project-root'
import type { Audited } from './audit'

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
  const all = [['route', ...personas], ...lines]
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
