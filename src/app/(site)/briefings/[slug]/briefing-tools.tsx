import type { PublicBriefing } from '@/access/to-public-part'
import { PrintButton } from '@/components/print-button'
import { toIsoDate } from '@/lib/london-time'
import { ReadingListButton } from './reading-list-button'

type BriefingToolsProps = {
  readonly briefing: PublicBriefing
  readonly siteUrl: string
  /** Whether it waits on the reader's list; null for those who have none. */
  readonly isListed: boolean | null
}

/** How to name the briefing in a text of one's own. */
function citationText(
  { authors, publishedAt, title, reference, url }: PublicBriefing,
  siteUrl: string,
) {
  const by = authors.map(({ name }) => name).join(', ') || 'Signpost'
  return `${by} (${toIsoDate(publishedAt).slice(0, 4)}). ${title}. Signpost briefing ${reference}. ${siteUrl}${url}`
}

export const BriefingTools = ({ briefing, siteUrl, isListed }: BriefingToolsProps) => (
  <section aria-label="Tools" className="font-sans text-sm">
    {isListed === null ? null : <ReadingListButton briefingId={briefing.id} isListed={isListed} />}
    <details>
      <summary className="inline-flex min-h-[44px] items-center font-semibold text-accent">
        Cite this briefing
      </summary>
      <p className="mt-1 mb-3 bg-raised p-3 wrap-anywhere select-all">
        {citationText(briefing, siteUrl)}
      </p>
    </details>
    <PrintButton />
  </section>
)
