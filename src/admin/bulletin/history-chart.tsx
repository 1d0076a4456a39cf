import { Wide } from '@/admin/wide'
import { DeskTable } from '@/admin/desk-table'
import { dateOf, dayOf } from './frame'
import type { IssueSummary } from '@/bulletin/issue-history'
import { toShortDate } from '@/admin/searches/words'

const WIDTH = 720
const HEIGHT = 180
const FOOT = 24
const HEAD = 18
const SERIES = ['sent', 'failed', 'unsubscribed'] as const

type Props = { readonly issues: readonly IssueSummary[] }

/**
 * The last issues as three columns each, oldest first, all to one scale; each number stands above its column. The same
 * numbers stand in {@link HistoryTable}.
 */
export function HistoryChart({ issues }: Props) {
  const shown = [...issues].reverse()
  const step = WIDTH / Math.max(1, shown.length)
  const width = Math.min(step / 4, 36)
  const ground = HEIGHT - FOOT
  const highest = Math.max(1, ...shown.flatMap((issue) => SERIES.map((name) => issue[name])))
  return (
    <svg
      className="signpost-chart signpost-chart--issues"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="Sent, failed and unsubscribed by issue. The numbers are in the table below."
    >
      {shown.map((issue, place) => {
        const middle = place * step + step / 2
        return (
          <g key={issue.key}>
            {SERIES.map((name, column) => {
              const height = (issue[name] / highest) * (ground - HEAD)
              const x = middle + (column - 1.5) * width
              return (
                <g key={name}>
                  <rect
                    className={`signpost-chart__${name}`}
                    x={x}
                    y={ground - height}
                    width={width - 3}
                    height={height}
                  />
                  <text x={x + width / 2 - 1.5} y={ground - height - 4}>
                    {issue[name]}
                  </text>
                </g>
              )
            })}
            <text className="signpost-chart__label" x={middle} y={HEIGHT - 6}>
              {toShortDate(dateOf(issue))}
            </text>
          </g>
        )
      })}
      <line className="signpost-chart__ground" x1="0" x2={WIDTH} y1={ground} y2={ground} />
    </svg>
  )
}

export const HistoryKey = () => (
  <p className="signpost-key">
    {SERIES.map((name) => (
      <span key={name}>
        <span className={`signpost-swatch signpost-swatch--${name}`} />{' '}
        {name === 'unsubscribed' ? 'unsubscribed before the next issue' : name}
      </span>
    ))}
  </p>
)

export const HistoryTable = ({ issues }: Props) => (
  <Wide label="Past issues">
    <DeskTable
      caption="Past issues"
      columns={[
        {
          title: 'Issue',
          cell: (issue) => <a href={`/admin/bulletin/${dateOf(issue)}`}>{dayOf(issue)}</a>,
        },
        { title: 'State', cell: ({ state }) => state },
        { title: 'Subject', cell: ({ subject }) => subject ?? '–' },
        { title: 'Sent', cell: ({ sent }) => sent, isNumber: true },
        { title: 'Failed', cell: ({ failed }) => failed, isNumber: true },
        { title: 'Uncertain', cell: ({ uncertain }) => uncertain, isNumber: true },
        { title: 'Unsubscribed', cell: ({ unsubscribed }) => unsubscribed, isNumber: true },
      ]}
      rows={issues}
      keyOf={({ key }) => key}
    />
  </Wide>
)
