import type { ChartPoint, ChartSeries } from '@/lib/charts/chart-series'
import { type Scale, scaleOf } from '@/lib/charts/scale'
import { CHART_WIDTH, FONT, inLines, TONES } from './drawing'

type RowChartProps = { readonly series: readonly ChartSeries[]; readonly mark: 'bar' | 'dot' }

const LINE = 18
const MARK = 12
const GAP = 14
/** A letter of the page’s face, at its widest on average. */
const LETTER = 7.5
const NARROWEST_PLOT = 100

const wordsBeside = (name: string | null, { written }: ChartPoint): string =>
  [name, written || 'no figure'].filter(Boolean).join(' ')

/** What the words to the right of the marks leave for the marks. */
function plotWidth(series: readonly ChartSeries[]): number {
  const words = series.flatMap(({ name, points }) =>
    points.map((point) => wordsBeside(series.length > 1 ? name : null, point).length),
  )
  return Math.max(NARROWEST_PLOT, CHART_WIDTH - 12 - Math.max(...words) * LETTER)
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

/** A row of marks for each row of the table, its name above them and each figure beside its mark. */
export function RowChart({ series, mark }: RowChartProps) {
  const scale = scaleOf(series)
  const width = plotWidth(series)
  const labels = (series[0]?.points ?? []).map(({ label }) => inLines(label, 42))
  const heights = labels.map((lines) => (lines.length + series.length) * LINE + GAP)
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, one) => sum + one, 0))
  const height = heights.reduce((sum, one) => sum + one, 0)
  const nought = scale.at(0) * width
  return (
    <svg viewBox={`0 0 ${CHART_WIDTH} ${height}`} className="chart" aria-hidden="true">
      <line x1={nought} x2={nought} y1={0} y2={height - GAP} stroke="currentColor" />
      {labels.map((lines, row) => (
        <g key={row} transform={`translate(0 ${tops[row]})`}>
          {lines.map((line, index) => (
            <text key={index} x={0} y={(index + 1) * LINE - 5} {...FONT} fontWeight={600}>
              {line}
            </text>
          ))}
          {series.map(({ name, points }, index) => {
            const point = points[row]
            return point ? (
              <Mark
                key={index}
                point={point}
                scale={scale}
                width={width}
                y={(lines.length + index) * LINE}
                tone={TONES[index] ?? 'currentColor'}
                mark={mark}
                name={series.length > 1 ? name : null}
              />
            ) : null
          })}
        </g>
      ))}
    </svg>
  )
}
