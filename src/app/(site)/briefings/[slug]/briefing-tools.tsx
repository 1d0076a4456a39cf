import type { PublicBriefing } from '@/access/to-public-part'
import { PrintButton } from '@/components/print-button'
import { CiteBriefing } from './cite-briefing'
import { ReadingListButton } from './reading-list-button'

type BriefingToolsProps = {
  readonly briefing: PublicBriefing
  readonly siteUrl: string
  /** Whether it waits on the reader's list; null for those who have none. */
  readonly isListed: boolean | null
}

export const BriefingTools = ({ briefing, siteUrl, isListed }: BriefingToolsProps) => (
  <section aria-label="Tools" className="font-sans text-sm">
    {isListed === null ? null : <ReadingListButton briefingId={briefing.id} isListed={isListed} />}
    <CiteBriefing briefing={briefing} siteUrl={siteUrl} />
    <PrintButton />
  </section>
)
