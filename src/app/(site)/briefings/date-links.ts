import type { DateRangeProps, Preset } from '@/components/archive/date-range'
import { toIsoDate } from '@/lib/london-time'
import type { SearchRequest } from '@/search/search-request'
import { hrefOf, keptBy } from './archive-links'
import { isWholeYear } from './range-ends'

const SPANS = [
  { label: 'Last 12 months', years: 1 },
  { label: 'Last 3 years', years: 3 },
  { label: 'Last 5 years', years: 5 },
]

/** The same day of an earlier year; 29 February becomes 1 March. */
function yearsBefore(now: Date, years: number): string {
  const [year = 0, month = 1, day = 1] = toIsoDate(now).split('-').map(Number)
  return new Date(Date.UTC(year - years, month - 1, day)).toISOString().slice(0, 10)
}

function presetsOf(request: SearchRequest, now: Date): readonly Preset[] {
  return SPANS.map(({ label, years }) => {
    const from = yearsBefore(now, years)
    const isChosen = request.from === from && request.to === null
    return { label, isChosen, href: hrefOf(request, { from: isChosen ? null : from, to: null }) }
  })
}

/** What the archive offers to narrow by when a briefing was published. */
export function dateRangeOf(request: SearchRequest, now: Date): DateRangeProps {
  const ends = (['from', 'to'] as const).map((end) => {
    const day = request[end] ?? ''
    return isWholeYear(day, end) ? { year: day.slice(0, 4), day: '' } : { year: '', day }
  })
  const [from, to] = ends
  const presets = presetsOf(request, now)
  return {
    years: { from: from?.year ?? '', to: to?.year ?? '' },
    days: { from: from?.day ?? '', to: to?.day ?? '' },
    isExact: ends.some(({ day }) => day !== '') && !presets.some(({ isChosen }) => isChosen),
    presets,
    kept: keptBy(request, ['from', 'to']),
  }
}
