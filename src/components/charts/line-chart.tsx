import type { ChartPoint, ChartSeries } from '@/lib/charts/chart-series'
import { type Scale, scaleOf } from '@/lib/charts/scale'
import { CHART_WIDTH, DASHES, FONT, inLines, LETTER, lettersIn, LINE, TONES } from './drawing'

const TOP = 12
const PLOT_HEIGHT = 200
const RIGHT = 16
const LEGEND_SAMPLE = 42

const figure = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 })

/** Where the lines are drawn, between the figures at the left and the edge. */
type Plot = { readonly scale: Scale; readonly left: number }

const plotOf = (series: readonly ChartSeries[]): Plot => {
  const scale = scaleOf(series)
  const longest = Math.max(...scale.ticks.map((tick) => figure.format(tick).length))
  return { scale, left: 12 + longest * LETTER }
}

const yOf = ({ scale }: Plot, value: number): number => TOP + (1 - scale.at(value)) * PLOT_HEIGHT

const widthOf = ({ left }: Plot): number => CHART_WIDTH - RIGHT - left

const xOf = (plot: Plot, index: number, count: number): number =>
  plot.left + (count > 1 ? (index / (count - 1)) * widthOf(plot) : widthOf(plot) / 2)

/** The line through the points, broken where there is no figure. */
function pathOf(points: readonly ChartPoint[], plot: Plot): string {
  return points
    .map(({ value }, index) => {
      if (value === null) return ''
      const isStart = (points[index - 1]?.value ?? null) === null
      return `${isStart ? 'M' : 'L'}${xOf(plot, index, points.length)} ${yOf(plot, value)}`
    })
    .join(' ')
}

type LineProps = {
  readonly points: readonly ChartPoint[]
  readonly plot: Plot
  readonly place: number
}

const Line = ({ points, plot, place }: LineProps) => (
  <g stroke={TONES[place]} fill={TONES[place]}>
    <path d={pathOf(points, plot)} fill="none" strokeWidth={2.5} strokeDasharray={DASHES[place]} />
    {points.map(({ value }, index) =>
      value === null ? null : (
        <circle
          key={index}
          data-chart="mark"
          cx={xOf(plot, index, points.length)}
          cy={yOf(plot, value)}
          r={3.5}
        />
      ),
    )}
  </g>
)

const Ticks = ({ plot }: { readonly plot: Plot }) =>
  plot.scale.ticks.map((tick) => (
    <g key={tick}>
      <line
        x1={plot.left}
        x2={CHART_WIDTH - RIGHT}
        y1={yOf(plot, tick)}
        y2={yOf(plot, tick)}
        stroke={tick === 0 ? 'var(--color-edge)' : 'var(--color-rule)'}
      />
      <text x={plot.left - 8} y={yOf(plot, tick) + 5} textAnchor="end" {...FONT}>
        {figure.format(tick)}
      </text>
    </g>
  ))

type WordsProps = {
  readonly lines: readonly string[]
  readonly x: number
  /** Of the first line. */
  readonly y: number
  readonly anchor?: 'start' | 'end'
}

const Words = ({ lines, x, y, anchor = 'start' }: WordsProps) =>
  lines.map((line, index) => (
    <text key={index} x={x} y={y + index * LINE} textAnchor={anchor} {...FONT}>
      {line}
    </text>
  ))

type LegendProps = { readonly lines: readonly string[]; readonly place: number; readonly y: number }

const Legend = ({ lines, place, y }: LegendProps) => (
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
    <Words lines={lines} x={LEGEND_SAMPLE} y={y} />
  </g>
)

/** A line for each column of the table, over its rows in their order; the first and the last row are named. */
export function LineChart({ series }: { readonly series: readonly ChartSeries[] }) {
  const plot = plotOf(series)
  const labels = (series[0]?.points ?? []).map(({ label }) => label)
  const half = lettersIn(widthOf(plot) / 2) - 1
  const ends = [labels[0] ?? '', ...(labels.length > 1 ? [labels.at(-1) ?? ''] : [])].map((label) =>
    inLines(label, half),
  )
  const [first = [], last = []] = ends
  const foot = TOP + PLOT_HEIGHT + 22
  const legend = (series.length > 1 ? series : []).map(({ name }) =>
    inLines(name, lettersIn(CHART_WIDTH - LEGEND_SAMPLE)),
  )
  const legendTop = foot + Math.max(first.length, last.length) * LINE + 4
  const legendY = (place: number) => legendTop + legend.slice(0, place).flat().length * LINE
  const height = legendY(legend.length) - 10
  return (
    <svg viewBox={`0 0 ${CHART_WIDTH} ${height}`} className="chart" aria-hidden="true">
      <Ticks plot={plot} />
      <Words lines={first} x={plot.left} y={foot} />
      <Words lines={last} x={CHART_WIDTH - RIGHT} y={foot} anchor="end" />
      {series.map(({ points }, place) => (
        <Line key={place} points={points} plot={plot} place={place} />
      ))}
      {legend.map((lines, place) => (
        <Legend key={place} lines={lines} place={place} y={legendY(place)} />
      ))}
    </svg>
  )
}
