import { toIsoDate } from '@/lib/london-time'

/** As much of a logged search as the report needs. */
export type LoggedSearch = {
  readonly text?: string | null
  readonly total: number
  readonly searchedAt: string
  readonly clickedRank?: number | null
}

export type QueryLine = {
  readonly text: string
  readonly searches: number
  /** How often nothing was found. */
  readonly unfound: number
  readonly opened: number
  readonly medianRank: number | null
}

export type Span = {
  /** First day, `YYYY-MM-DD`. */
  readonly from: string
  readonly searches: number
  readonly unfound: number
}

export type SearchReport = {
  readonly searches: number
  readonly unfound: number
  readonly opened: number
  readonly medianRank: number | null
  readonly spans: readonly Span[]
  /** The most frequent first. */
  readonly asked: readonly QueryLine[]
  readonly askedInVain: readonly QueryLine[]
}

type Counted = { searches: number; unfound: number; ranks: number[] }

const DAY = 24 * 60 * 60 * 1000
const MOST_LINES = 25

const nothingYet = (): Counted => ({ searches: 0, unfound: 0, ranks: [] })

const numbersOf = ({ searches, unfound, ranks }: Counted) => ({
  searches,
  unfound,
  opened: ranks.length,
  medianRank: medianOf(ranks),
})

/** The middle value; of two middle values the lower. */
function medianOf(ranks: readonly number[]): number | null {
  const sorted = ranks.toSorted((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}

const most = (of: 'searches' | 'unfound') => (one: QueryLine, other: QueryLine) =>
  other[of] - one[of] || one.text.localeCompare(other.text)

/** The Monday of a day's week. */
function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}

/** Counts logged searches of the last `days`, in weeks, or in days where there is one week only. */
export class SearchTally {
  private readonly all = nothingYet()
  private readonly queries = new Map<string, Counted>()
  private readonly spans = new Map<string, Counted>()
  private readonly spanOfHour = new Map<string, string>()

  constructor(
    private readonly days: number,
    now: Date,
  ) {
    for (let ago = days; ago >= 0; ago -= 1) {
      const span = this.spanOf(new Date(now.getTime() - ago * DAY).toISOString())
      this.spans.set(span, nothingYet())
    }
  }

  add({ text, total, searchedAt, clickedRank }: LoggedSearch): void {
    const counts = [this.all, this.spans.get(this.spanOf(searchedAt)), this.query(text ?? '')]
    for (const counted of counts) {
      if (!counted) continue
      counted.searches += 1
      counted.unfound += total === 0 ? 1 : 0
      if (clickedRank) counted.ranks.push(clickedRank)
    }
  }

  report(): SearchReport {
    const lines = [...this.queries].map(([text, counted]) => ({ text, ...numbersOf(counted) }))
    return {
      ...numbersOf(this.all),
      spans: [...this.spans].map(([from, { searches, unfound }]) => ({ from, searches, unfound })),
      asked: lines.toSorted(most('searches')).slice(0, MOST_LINES),
      askedInVain: lines
        .filter(({ unfound }) => unfound > 0)
        .sort(most('unfound'))
        .slice(0, MOST_LINES),
    }
  }

  /** A search by filters alone asks no words, and is counted in the whole. */
  private query(text: string): Counted | undefined {
    if (text === '') return undefined
    const counted = this.queries.get(text) ?? nothingYet()
    this.queries.set(text, counted)
    return counted
  }

  /** Asked of the calendar once an hour of the log, since that is slow. */
  private spanOf(moment: string): string {
    const hour = moment.slice(0, 13)
    const known = this.spanOfHour.get(hour)
    if (known !== undefined) return known
    const day = toIsoDate(moment)
    const span = this.days <= 7 ? day : mondayOf(day)
    this.spanOfHour.set(hour, span)
    return span
  }
}
