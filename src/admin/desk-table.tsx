import type { ReactNode } from 'react'

export type Column<Row> = {
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  readonly isNumber?: boolean
}

type Props<Row> = {
  readonly caption?: string
  /** The first names the row. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** A row's text of its own among the rows. */
  readonly keyOf: (row: Row) => string
}

/** A table of the desk, its columns and rows headed for screen readers. */
export const DeskTable = <Row,>({ caption, columns, rows, keyOf }: Props<Row>) => (
  <table className="signpost-table">
    {caption ? <caption>{caption}</caption> : null}
    <thead>
      <tr>
        {columns.map(({ title }) => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={keyOf(row)}>
          {columns.map(({ title, cell, isNumber }, place) =>
            place === 0 ? (
              <th key={title} scope="row">
                {cell(row)}
              </th>
            ) : (
              <td key={title} className={isNumber ? 'signpost-number' : undefined}>
                {cell(row)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
)
