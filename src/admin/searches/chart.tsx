import { DeskTable } from '@/admin/desk-table'
import { toShortDate } from './words'
import type { Span } from './tally'

const WIDTH = 640
const HEIGHT = 160
const FOOT = 24
const HEAD = 18

type Props = { readonly spans: readonly Span[]; readonly unit: 'day' | 'week' }

/** Searches by week or day, as columns: below, what found nothing. The same numbers stand in {@link SpanTable}. */
export function Chart({ spans, unit }: Props) {
  const highest = Math.max(1, ...spans.map(({ searches }) => searches))
  const step = WIDTH / Math.max(1, spans.length)
  const heightOf = (count: number) => (count / highest) * (HEIGHT - FOOT - HEAD)
  const ground = HEIGHT - FOOT
  return (
    <svg
      className="signpost-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Searches by ${unit}. The numbers are in the table below.`}
    >
      {spans.map(({ from, searches, unfound }, place) => {
        const left = place * step + step * 0.15
        const middle = place * step + step / 2
        const width = Math.min(step * 0.7, 64)
        const x = left + (step * 0.7 - width) / 2
        return (
          <g key={from}>
            <rect
              className="signpost-chart__searches"
              x={x}
              y={ground - heightOf(searches)}
              width={width}
              height={heightOf(searches)}
            />
            <rect
              className="signpost-chart__unfound"
              x={x}
              y={ground - heightOf(unfound)}
              width={width}
              height={heightOf(unfound)}
            />
            <text x={middle} y={ground - heightOf(searches) - 5}>
              {searches}
            </text>
            <text className="signpost-chart__label" x={middle} y={HEIGHT - 6}>
              {spans.length > 8 && place % 2 === 1 ? '' : toShortDate(from)}
            </text>
          </g>
        )
      })}
      <line className="signpost-chart__ground" x1="0" x2={WIDTH} y1={ground} y2={ground} />
    </svg>
  )
}

export const SpanTable = ({ spans, unit }: Props) => (
  <DeskTable
    caption={`Searches by ${unit}`}
    columns={[
      { title: unit === 'week' ? 'Week from' : 'Day', cell: ({ from }) => toShortDate(from) },
      { title: 'Searches', cell: ({ searches }) => searches },
      { title: 'Found nothing', cell: ({ unfound }) => unfound },
    ]}
    rows={spans}
    keyOf={({ from }) => from}
  />
)
