import type { ChartPoint, ChartSeries } from '@/lib/charts/chart-series'
import { type Scale, scaleOf } from '@/lib/charts/scale'
import { CHART_WIDTH, DASHES, FONT, TONES } from './drawing'

const TOP = 12
const PLOT_HEIGHT = 200
const LEFT = 56
const RIGHT = 16
const PLOT_WIDTH = CHART_WIDTH - LEFT - RIGHT
const LEGEND_LINE = 22

const figure = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 })

const yOf = (scale: Scale, value: number): number => TOP + (1 - scale.at(value)) * PLOT_HEIGHT

const xOf = (index: number, count: number): number =>
  LEFT + (count > 1 ? (index / (count - 1)) * PLOT_WIDTH : PLOT_WIDTH / 2)

/** The line through the points, broken where there is no figure. */
function pathOf(points: readonly ChartPoint[], scale: Scale): string {
  return points
    .map(({ value }, index) => {
      if (value === null) return ''
      const isStart = (points[index - 1]?.value ?? null) === null
      return `${isStart ? 'M' : 'L'}${xOf(index, points.length)} ${yOf(scale, value)}`
    })
    .join(' ')
}

type LineProps = {
  readonly points: readonly ChartPoint[]
  readonly scale: Scale
  readonly place: number
}

const Line = ({ points, scale, place }: LineProps) => (
  <g stroke={TONES[place]} fill={TONES[place]}>
    <path d={pathOf(points, scale)} fill="none" strokeWidth={2.5} strokeDasharray={DASHES[place]} />
    {points.map(({ value }, index) =>
      value === null ? null : (
        <circle
          key={index}
          data-chart="mark"
          cx={xOf(index, points.length)}
          cy={yOf(scale, value)}
          r={3.5}
        />
      ),
    )}
  </g>
)

const Legend = ({
  name,
  place,
  y,
}: {
  readonly name: string
  readonly place: number
  readonly y: number
}) => (
  <g>
    <line
      x1={0}
      x2={34}
      y1={y - 5}
      y2={y - 5}
      stroke={TONES[place]}
      strokeWidth={2.5}
      strokeDasharray={DASHES[place]}
    />
    <text x={42} y={y} {...FONT}>
      {name}
    </text>
  </g>
)

/** A line for each column of the table, over its rows in their order; the first and the last row are named. */
export function LineChart({ series }: { readonly series: readonly ChartSeries[] }) {
  const scale = scaleOf(series)
  const labels = (series[0]?.points ?? []).map(({ label }) => label)
  const foot = TOP + PLOT_HEIGHT + 22
  const legend = series.length > 1 ? series : []
  const height = foot + 8 + legend.length * LEGEND_LINE
  return (
    <svg viewBox={`0 0 ${CHART_WIDTH} ${height}`} className="chart" aria-hidden="true">
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={LEFT}
            x2={CHART_WIDTH - RIGHT}
            y1={yOf(scale, tick)}
            y2={yOf(scale, tick)}
            stroke="var(--color-rule)"
          />
          <text x={LEFT - 8} y={yOf(scale, tick) + 5} textAnchor="end" {...FONT}>
            {figure.format(tick)}
          </text>
        </g>
      ))}
      <text x={LEFT} y={foot} {...FONT}>
        {labels[0]}
      </text>
      {labels.length > 1 ? (
        <text x={CHART_WIDTH - RIGHT} y={foot} textAnchor="end" {...FONT}>
          {labels.at(-1)}
        </text>
      ) : null}
      {series.map(({ points }, place) => (
        <Line key={place} points={points} scale={scale} place={place} />
      ))}
      {legend.map(({ name }, place) => (
        <Legend key={place} name={name} place={place} y={foot + (place + 1) * LEGEND_LINE} />
      ))}
    </svg>
  )
}
