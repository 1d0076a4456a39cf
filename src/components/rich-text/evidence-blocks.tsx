import { LineChart } from '@/components/charts/line-chart'
import { RowChart } from '@/components/charts/row-chart'
import { readChart } from '@/lib/charts/chart-series'
import { type PastedTable, readPastedTable } from '@/lib/charts/pasted-table'
import { type Related, idOf } from '@/lib/ids'
import type {
  ChartBlock,
  ComparisonTableBlock,
  KeyStatisticBlock,
  PullOutBlock,
} from '@/payload-types'

type SourceMarkProps = {
  readonly source: Related<{ id: string }> | null | undefined
  /** The page's sources in the order of their numbers. */
  readonly sourceIds: readonly string[]
}

/** “Source 3”, leading to the list. Nothing where the page does not list it. */
function SourceMark({ source, sourceIds }: SourceMarkProps) {
  const number = source ? sourceIds.indexOf(idOf(source)) + 1 : 0
  return number > 0 ? (
    <p className="mt-2 font-sans text-sm">
      <a href={`#source-${number}`} className="plain-link">
        Source {number}
      </a>
    </p>
  ) : null
}

type BlockProps<T> = { readonly block: T; readonly sourceIds: readonly string[] }

export const KeyStatistic = ({ block, sourceIds }: BlockProps<KeyStatisticBlock>) => (
  <figure
    aria-label="Key statistic"
    className="not-prose my-10 border-t-4 border-accent bg-tint px-5 py-5 sm:px-7"
  >
    <p className="text-2xl font-semibold text-accent lining-nums">{block.figure}</p>
    <figcaption className="mt-1 text-base">{block.says}</figcaption>
    <SourceMark source={block.source} sourceIds={sourceIds} />
  </figure>
)

export const PullOut = ({ block }: { readonly block: PullOutBlock }) => (
  <aside className="pull-quote" aria-label="Pull-out">
    <p>{block.text}</p>
  </aside>
)

const Cells = ({ table }: { readonly table: PastedTable }) => (
  <table>
    <thead>
      <tr>
        {table.columns.map((name, column) =>
          name === '' ? (
            <td key={column} />
          ) : (
            <th key={column} scope="col">
              {name}
            </th>
          ),
        )}
      </tr>
    </thead>
    <tbody>
      {table.rows.map(({ label, cells }, row) => (
        <tr key={row}>
          <th scope="row">{label}</th>
          {cells.map((cell, column) => (
            <td key={column}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

type ScrollingTableProps = { readonly title: string; readonly table: PastedTable }

const ScrollingTable = ({ title, table }: ScrollingTableProps) => (
  <div role="region" aria-label={title} tabIndex={0} className="mt-3 overflow-x-auto">
    <Cells table={table} />
  </div>
)

export function ComparisonTable({ block, sourceIds }: BlockProps<ComparisonTableBlock>) {
  const reading = readPastedTable(block.table)
  return (
    <figure className="my-8">
      <figcaption className="font-sans text-ui font-semibold">{block.title}</figcaption>
      {reading.kind === 'read' ? (
        <ScrollingTable title={block.title} table={reading.table} />
      ) : (
        <p>{block.table}</p>
      )}
      <SourceMark source={block.source} sourceIds={sourceIds} />
    </figure>
  )
}

/** A drawing, and beneath it the table it was made of: that is its alternative, and what a screen reader is given. */
export function Chart({ block, sourceIds }: BlockProps<ChartBlock>) {
  const reading = readChart(block.table)
  if (reading.kind === 'faulty') return <p>{block.table}</p>
  const { series, table } = reading
  return (
    <figure className="my-8">
      <figcaption className="font-sans text-ui font-semibold">{block.title}</figcaption>
      {block.unit ? <p className="mt-0 mb-3 font-sans text-sm text-quiet">{block.unit}</p> : null}
      {block.kind === 'line' ? (
        <LineChart series={series} />
      ) : (
        <RowChart series={series} mark={block.kind} />
      )}
      <details className="chart-table mt-3">
        <summary className="inline-flex min-h-[44px] items-center font-sans text-sm text-accent">
          The figures as a table
        </summary>
        <ScrollingTable title={`${block.title}: the figures`} table={table} />
      </details>
      <SourceMark source={block.source} sourceIds={sourceIds} />
    </figure>
  )
}
