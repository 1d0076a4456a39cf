import type { PublicBriefing } from '@/access/to-public-part'
import { TopicLine } from './topic-link'

/** Above a briefing's title: its reference, its series and its topics. */
export const ReferenceLine = ({ briefing }: { readonly briefing: PublicBriefing }) => (
  <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
    <span className="tabular-nums">{briefing.reference}</span>
    {briefing.series ? (
      <a
        href={`/series/${briefing.series.slug}`}
        className="inline-block py-0.5 text-quiet italic no-underline hover:underline"
      >
        {briefing.series.name}
      </a>
    ) : null}
    <TopicLine topics={briefing.topics} />
  </div>
)
