import type { PublicBriefing } from '@/access/to-public-part'
import { plainReference } from '@/lib/reference-runs'
import { briefingAsCsl } from '@/sources/cite-briefing'
import { setReferences } from '@/sources/set-references'

type CiteBriefingProps = { readonly briefing: PublicBriefing; readonly siteUrl: string }

const FILES = [
  { ending: 'ris', label: 'RIS' },
  { ending: 'bib', label: 'BibTeX' },
  { ending: 'csl.json', label: 'CSL-JSON' },
]

function inHarvardStyle({ briefing, siteUrl }: CiteBriefingProps): string {
  const record = briefingAsCsl(briefing, siteUrl)
  return plainReference(setReferences([record], 'harvard').get(briefing.reference) ?? [])
}

/** How to name the briefing in a text of one’s own, in words and as files for reference managers. */
export const CiteBriefing = ({ briefing, siteUrl }: CiteBriefingProps) => (
  <details className="font-sans text-sm">
    <summary className="inline-flex min-h-[44px] items-center font-semibold text-accent">
      Cite this briefing
    </summary>
    <p className="mt-1 mb-3 bg-raised p-3 wrap-anywhere select-all">
      {inHarvardStyle({ briefing, siteUrl })}
    </p>
    <p className="mb-3 flex flex-wrap gap-x-4">
      {FILES.map(({ ending, label }) => (
        <a
          key={ending}
          href={`${briefing.url}.${ending}`}
          className="plain-link inline-flex min-h-[44px] items-center"
        >
          {label}
        </a>
      ))}
    </p>
  </details>
)
