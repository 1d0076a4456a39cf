/** What a benchmark answers a machine: ours against a baseline measured in the same run. */
export type BenchResult = {
  readonly name: string
  /** Ours to the baseline: lower is better for times, higher for rates. */
  readonly ratio: number
  readonly ours: number
  readonly baseline: number
  readonly unit: string
  readonly details: Readonly<Record<string, unknown>>
}

export type Target = { readonly what: string; readonly isMet: boolean }

/** Rows under a head, in columns as wide as they need to be. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map(String))
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  )
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}

export const targetLines = (targets: readonly Target[]): string =>
  targets.map(({ what, isMet }) => `${isMet ? 'met    ' : 'NOT MET'}  ${what}`).join('\n')

export const ratioOf = (ours: number, baseline: number): number =>
  Math.round((ours / baseline) * 100) / 100
