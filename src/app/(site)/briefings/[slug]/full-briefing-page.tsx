import type { PublicBriefing } from '@/access/to-public-part'
import type { FullBriefing } from '@/briefings/full-briefing'
import type { Superseded } from '@/briefings/read-briefing'
import type { Crumb } from '@/components/breadcrumbs'
import { ContentsBeside, ContentsFolded } from '@/components/contents-list'
import { FactBar } from '@/components/fact-bar'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { ReferenceLine } from '@/components/reference-line'
import { References } from '@/components/references'
import type { PictureAddress } from '@/components/rich-text/figure'
import { RichText } from '@/components/rich-text/rich-text'
import { Section } from '@/components/section'
import { settings } from '@/config/settings'
import { citationsOf } from '@/lib/lexical/citations'
import { headingsOf } from '@/lib/lexical/outline'
import { plainReference } from '@/lib/reference-runs'
import { type Doubt, underReviewInWords } from '@/sources/read-doubts'
import { setReferences } from '@/sources/set-references'
import { sourceAsCsl } from '@/sources/source-as-csl'
import { BriefingTools } from './briefing-tools'
import { LentNotice } from './lent-notice'
import { SupersededNotice } from './superseded-notice'
import { Attachments, Changes, KeyPoints, MoreLikeThis, Related } from './briefing-parts'

type FullBriefingPageProps = {
  readonly briefing: FullBriefing
  readonly superseded: Superseded | null
  /** The name of the colleague by whose right it is read, or null. */
  readonly lentBy: string | null
  readonly canSend: boolean
  readonly trail: readonly Crumb[]
  readonly siteUrl: string
  readonly similar: readonly PublicBriefing[]
  /** Whether it waits on the reader's list; null for those who have none. */
  readonly isListed: boolean | null
  /** Whether the reader is told of its updates; null for those who cannot be. */
  readonly isFollowed: boolean | null
  /** What is to be known of its sources, by their ids. */
  readonly doubts: ReadonlyMap<string, Doubt>
  /** Where its pictures are to be had, if not below its own address: a draft has none that readers may ask. */
  readonly pictureAddress?: PictureAddress
}

/** The contents list: the headings of the text, then the parts that follow it. */
const contentsOf = (briefing: FullBriefing) => [
  ...headingsOf(briefing.body),
  ...(briefing.sources.length > 0
    ? [{ level: 2 as const, text: 'Sources', anchor: 'sources' }]
    : []),
  ...(briefing.changes.length > 0
    ? [{ level: 2 as const, text: 'What changed', anchor: 'what-changed' }]
    : []),
]

function referencesOf({ sources }: FullBriefing) {
  const set = setReferences(sources.map(sourceAsCsl), settings().referenceStyle)
  return sources.map(({ id }) => set.get(id) ?? [])
}

/** The whole of a briefing, for those who may read member text. */
export function FullBriefingPage(props: FullBriefingPageProps) {
  const { briefing, trail, similar, doubts } = props
  const { pictureAddress = (id) => `${briefing.url}/pictures/${id}` } = props
  const sourceIds = briefing.sources.map(({ id }) => id)
  const citations = citationsOf(briefing.body, sourceIds)
  const references = referencesOf(briefing)
  const warnings = sourceIds.map((id) => doubts.get(id)?.warning ?? null)
  const reviewNote = underReviewInWords(doubts)
  const contents = contentsOf(briefing)
  return (
    <Page
      title={briefing.title}
      kicker={<ReferenceLine briefing={briefing} />}
      lead={briefing.summary}
      breadcrumbs={trail}
      reportPath={briefing.url}
      wide
    >
      {briefing.isPublished ? null : (
        <Notice tone="warning" title="Not published">
          <p>
            Only staff see this page. Readers will find it when it is published and its day has
            come.
          </p>
        </Notice>
      )}
      {props.lentBy === null ? null : <LentNotice sender={props.lentBy} />}
      {props.superseded ? <SupersededNotice superseded={props.superseded} /> : null}
      <FactBar briefing={briefing} />
      <div className="member-text mt-10 grid gap-x-16 lg:grid-cols-[minmax(0,33rem)_minmax(0,1fr)]">
        <div className="min-w-0">
          <KeyPoints points={briefing.keyPoints} />
          {contents.length > 1 ? <ContentsFolded headings={contents} /> : null}
          <RichText
            document={briefing.body}
            citations={citations}
            sourceIds={sourceIds}
            references={references.map(plainReference)}
            warnings={warnings}
            pictureAddress={pictureAddress}
          />
          <div className="mt-16">
            {briefing.sources.length > 0 ? (
              <Section title="Sources" id="sources">
                {reviewNote ? <p className="mb-3 font-sans text-ui">{reviewNote}.</p> : null}
                <References
                  references={references}
                  warnings={warnings}
                  underReview={sourceIds.map((id) => doubts.get(id)?.isUnderReview ?? false)}
                  citations={citations}
                />
              </Section>
            ) : null}
            <Changes changes={briefing.changes} />
            <Attachments files={briefing.attachments} />
            <Related briefings={briefing.related} />
            <MoreLikeThis briefings={similar} />
          </div>
        </div>
        <div className="hidden lg:block print:hidden">
          <div className="sticky top-6 max-h-[calc(100vh-3rem)] space-y-8 overflow-y-auto pb-2">
            {contents.length > 1 ? <ContentsBeside headings={contents} /> : null}
            <BriefingTools {...props} />
          </div>
        </div>
        <div className="lg:hidden print:hidden">
          <BriefingTools {...props} />
        </div>
      </div>
    </Page>
  )
}
