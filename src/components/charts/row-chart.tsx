import type { ChartPoint, ChartSeries } from '@/lib/charts/chart-series'
import { type Scale, scaleOf } from '@/lib/charts/scale'
import { CHART_WIDTH, FONT, inLines, LETTER, lettersIn, LINE, TONES } from './drawing'

type RowChartProps = { readonly series: readonly ChartSeries[]; readonly mark: 'bar' | 'dot' }

const MARK = 12
const GAP = 14
const NARROWEST_PLOT = 100
/** By which the first line of words rises above its place. */
const RISE = 3
/** Words stand off the line from which marks begin. */
const OFF_THE_LINE = 6

const wordsBeside = (name: string | null, { written, value }: ChartPoint): string =>
  [name, value === null ? 'no figure' : written].filter(Boolean).join(' ')

/** Room for the longest words to the right of a mark. */
const roomBeside = (series: readonly ChartSeries[], isNamed: boolean): number =>
  12 +
  LETTER *
    Math.max(
      ...series.flatMap(({ name, points }) =>
        points.map((point) => wordsBeside(isNamed ? name : null, point).length),
      ),
    )

type Layout = {
  readonly plotWidth: number
  /** The name of a series stands beside its marks, above them where there is no room, and nowhere where it is the only one. */
  readonly names: 'beside' | 'above' | 'none'
}

function layoutOf(series: readonly ChartSeries[]): Layout {
  const isNamed = series.length > 1
  const isRoomy = CHART_WIDTH - roomBeside(series, isNamed) >= NARROWEST_PLOT
  const names = !isNamed ? 'none' : isRoomy ? 'beside' : 'above'
  const room = roomBeside(series, names === 'beside')
  return { names, plotWidth: Math.max(NARROWEST_PLOT, CHART_WIDTH - room) }
}

type MarkProps = {
  readonly point: ChartPoint
  readonly scale: Scale
  readonly width: number
  readonly y: number
  readonly tone: string
  readonly mark: 'bar' | 'dot'
  readonly name: string | null
}

function Mark({ point, scale, width, y, tone, mark, name }: MarkProps) {
  const nought = scale.at(0) * width
  const end = point.value === null ? nought : scale.at(point.value) * width
  const middle = y + MARK / 2
  return (
    <g>
      {point.value === null ? null : mark === 'bar' ? (
        <rect
          data-chart="mark"
          x={Math.min(nought, end)}
          y={y}
          width={Math.abs(end - nought)}
          height={MARK}
          fill={tone}
        />
      ) : (
        <>
          <line x1={nought} x2={end} y1={middle} y2={middle} stroke={tone} strokeWidth={1} />
          <circle data-chart="mark" cx={end} cy={middle} r={5} fill={tone} />
        </>
      )}
      <text x={Math.max(nought, end) + 9} y={middle + 5} {...FONT}>
        {wordsBeside(name, point)}
      </text>
    </g>
  )
}

type WordsProps = { readonly lines: readonly string[]; readonly y: number; readonly weight: number }

const Words = ({ lines, y, weight }: WordsProps) =>
  lines.map((line, index) => (
    <text key={index} x={OFF_THE_LINE} y={y + (index + 1) * LINE - 5} {...FONT} fontWeight={weight}>
      {line}
    </text>
  ))

/** A row of marks for each row of the table, its name above them and each figure beside its mark. */
export function RowChart({ series, mark }: RowChartProps) {
  const scale = scaleOf(series)
  const { plotWidth: width, names } = layoutOf(series)
  const wide = lettersIn(CHART_WIDTH - OFF_THE_LINE)
  const labels = (series[0]?.points ?? []).map(({ label }) => inLines(label, wide))
  const namesAbove = series.map(({ name }) => (names === 'above' ? inLines(name, wide) : []))
  /** Lines of words and marks above those of the series at `place`. */
  const linesAbove = (place: number) =>
    namesAbove.slice(0, place).reduce((sum, lines) => sum + lines.length + 1, 0)
  const heights = labels.map((lines) => (lines.length + linesAbove(series.length)) * LINE + GAP)
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, one) => sum + one, 0))
  const height = heights.reduce((sum, one) => sum + one, 0)
  const nought = scale.at(0) * width
  return (
    <svg
      viewBox={`0 ${-RISE} ${CHART_WIDTH} ${height + RISE}`}
      className="chart"
      aria-hidden="true"
    >
      <line x1={nought} x2={nought} y1={0} y2={height - GAP} stroke="currentColor" />
      {labels.map((lines, row) => (
        <g key={row} transform={`translate(0 ${tops[row]})`}>
          <Words lines={lines} y={0} weight={600} />
          {series.map(({ name, points }, index) => {
            const point = points[row]
            const above = namesAbove[index] ?? []
            const top = (lines.length + linesAbove(index)) * LINE
            return point ? (
              <g key={index}>
                <Words lines={above} y={top} weight={400} />
                <Mark
                  point={point}
                  scale={scale}
                  width={width}
                  y={top + above.length * LINE}
                  tone={TONES[index] ?? 'currentColor'}
                  mark={mark}
                  name={names === 'beside' ? name : null}
                />
              </g>
            ) : null
          })}
        </g>
      ))}
    </svg>
  )
}
