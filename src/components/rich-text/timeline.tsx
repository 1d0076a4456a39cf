import { toIsoDate, toLongDate } from '@/lib/london-time'
import type { TimelineBlock } from '@/payload-types'

type Event = TimelineBlock['events'][number]

const Events = ({ events }: { readonly events: readonly Event[] }) => (
  <ol className="mt-3 space-y-3">
    {events.map((event, index) => (
      <li
        key={event.id ?? index}
        className="border-t border-rule pt-3 sm:grid sm:grid-cols-[10rem_1fr] sm:gap-4"
      >
        <time
          dateTime={toIsoDate(event.date)}
          className="block font-sans text-sm font-semibold text-quiet"
        >
          {toLongDate(event.date)}
        </time>
        <span className="text-ui">{event.what}</span>
      </li>
    ))}
  </ol>
)

type TimelineProps = { readonly timeline: TimelineBlock; readonly now: Date }

/** What happened and when, in the order of time; what is still to come stands apart, below. */
export function Timeline({ timeline, now }: TimelineProps) {
  const events = timeline.events.toSorted((one, other) => one.date.localeCompare(other.date))
  const isAhead = ({ date }: Event) => toIsoDate(date) > toIsoDate(now)
  const [past, ahead] = [events.filter((event) => !isAhead(event)), events.filter(isAhead)]
  const title = timeline.title || 'Timeline'
  return (
    <section aria-label={title} className="not-prose my-10 border-t-4 border-accent pt-4">
      <p className="font-sans text-ui font-semibold">{title}</p>
      {past.length > 0 ? <Events events={past} /> : null}
      {ahead.length > 0 ? (
        <>
          <p className="mt-5 font-sans text-sm font-semibold text-accent">Coming up</p>
          <Events events={ahead} />
        </>
      ) : null}
    </section>
  )
}
