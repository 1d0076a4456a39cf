import type { PublicBriefing } from '@/access/to-public-part'
import type { Viewer } from '@/access/viewer'
import type { Superseded } from '@/briefings/read-briefing'
import type { Crumb } from '@/components/breadcrumbs'
import { FactBar } from '@/components/fact-bar'
import { JoinPanel } from '@/components/join-panel'
import { Page } from '@/components/page'
import { ReferenceLine } from '@/components/reference-line'
import { MoreLikeThis } from './briefing-parts'
import { CiteBriefing } from './cite-briefing'
import { SupersededNotice } from './superseded-notice'

type TeaserPageProps = {
  readonly teaser: PublicBriefing
  readonly superseded: Superseded | null
  readonly trail: readonly Crumb[]
  readonly viewer: Viewer
  readonly now: Date
  readonly siteUrl: string
  readonly similar: readonly PublicBriefing[]
}

const counted = (count: number, one: string, many: string) => ({
  count,
  words: count === 1 ? one : many,
})

/** Nothing for a short text that has neither sections nor case studies nor sources. */
export function Holdings({ briefing: { holds } }: { readonly briefing: PublicBriefing }) {
  const held = [
    counted(holds.headings, 'section', 'sections'),
    counted(holds.caseStudies, 'case study', 'case studies'),
    counted(holds.sources, 'numbered source', 'numbered sources'),
  ].filter(({ count }) => count > 0)
  if (held.length === 0) return null
  return (
    <section aria-labelledby="holds" className="mb-6">
      <h2 id="holds" className="font-sans text-ui font-semibold">
        What the full briefing holds
      </h2>
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3">
        {held.map(({ count, words }) => (
          <div key={words} className="flex flex-col-reverse justify-end">
            <dt className="font-sans text-sm text-quiet">{words}</dt>
            <dd className="text-2xl font-semibold text-accent lining-nums">{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What everyone may know of a briefing, what the whole holds in numbers, and how to come to read it. */
export const TeaserPage = ({
  teaser,
  superseded,
  trail,
  viewer,
  now,
  siteUrl,
  similar,
}: TeaserPageProps) => (
  <Page
    title={teaser.title}
    kicker={<ReferenceLine briefing={teaser} />}
    lead={teaser.summary}
    breadcrumbs={trail}
    reportPath={teaser.url}
    wide
  >
    {superseded ? <SupersededNotice superseded={superseded} /> : null}
    <FactBar briefing={teaser} />
    <div className="mt-10 grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,33rem)_minmax(0,1fr)]">
      <div>
        <Holdings briefing={teaser} />
        <CiteBriefing briefing={teaser} siteUrl={siteUrl} />
      </div>
      <div className="lg:row-span-2">
        <JoinPanel viewer={viewer} path={teaser.url} now={now} />
      </div>
      <div>
        <MoreLikeThis briefings={similar} />
      </div>
    </div>
  </Page>
)
