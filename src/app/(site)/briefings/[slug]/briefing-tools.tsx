import type { PublicBriefing } from '@/access/to-public-part'
import { PrintButton } from '@/components/print-button'
import { FollowButton } from '../../following/follow-button'
import { CiteBriefing } from './cite-briefing'
import { ReadingListButton } from './reading-list-button'

type BriefingToolsProps = {
  readonly briefing: PublicBriefing
  readonly siteUrl: string
  /** Whether it waits on the reader's list; null for those who have none. */
  readonly isListed: boolean | null
  /** Whether the reader is told of its updates; null for those who cannot be. */
  readonly isFollowed: boolean | null
  /** Whether the reader may send it to a colleague. */
  readonly canSend: boolean
  /** Who let the reader read it; null for who reads by their own right. */
  readonly lentBy: string | null
}

export const BriefingTools = ({
  briefing,
  siteUrl,
  isListed,
  isFollowed,
  canSend,
  lentBy,
}: BriefingToolsProps) => (
  <section aria-label="Tools" className="font-sans text-sm">
    {isListed === null ? null : <ReadingListButton briefingId={briefing.id} isListed={isListed} />}
    {isFollowed === null ? null : (
      <FollowButton kind="briefing" id={briefing.id} isFollowed={isFollowed} />
    )}
    {canSend ? (
      <p>
        <a
          href={`${briefing.url}/send`}
          className="plain-link inline-flex min-h-[44px] items-center font-semibold"
        >
          Send to a colleague
        </a>
      </p>
    ) : null}
    {lentBy === null ? (
      <p className="mb-3">
        <a
          href={`${briefing.url}/word`}
          download
          className="plain-link inline-flex min-h-[44px] items-center"
        >
          Download as a Word file
        </a>
      </p>
    ) : null}
    <CiteBriefing briefing={briefing} siteUrl={siteUrl} />
    <PrintButton />
  </section>
)
