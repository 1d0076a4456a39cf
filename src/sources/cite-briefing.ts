import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { plugins } from '@citation-js/core'
import type { PublicBriefing } from '@/access/to-public-part'
import { toIsoDate } from '@/lib/london-time'
import { type CslRecord, toCslDay } from './csl-record'

export const CITATION_FORMATS = ['ris', 'bib', 'csl.json'] as const

export type CitationFormat = (typeof CITATION_FORMATS)[number]

/** How somebody else cites a briefing, as CSL-JSON. Made of the public part alone. */
export const briefingAsCsl = (briefing: PublicBriefing, siteUrl: string): CslRecord => ({
  id: briefing.reference,
  type: 'report',
  title: briefing.title,
  author:
    briefing.authors.length > 0
      ? briefing.authors.map(({ name }) => ({ literal: name }))
      : [{ literal: 'Signpost' }],
  issued: toCslDay(toIsoDate(briefing.updatedAt ?? briefing.publishedAt)),
  publisher: 'Signpost',
  number: briefing.reference,
  URL: `${siteUrl}${briefing.url}`,
  abstract: briefing.summary.replace(/\s+/g, ' ').trim(),
})

// The library folds lines at 70 letters, within words too; whoever reads them puts a space there.
const unfolded = (ris: string): string => ris.replace(/\r?\n(?![A-Z][A-Z0-9] {2}- )/g, '')

/** The same as a file that reference managers read. */
export function citationFile(
  briefing: PublicBriefing,
  siteUrl: string,
  format: CitationFormat,
): string {
  const record = briefingAsCsl(briefing, siteUrl)
  if (format === 'csl.json') return `${JSON.stringify([record], null, 2)}\n`
  if (format === 'bib') return `${plugins.output.format('bibtex', [record]).trim()}\n`
  return `${unfolded(plugins.output.format('ris', [record]))}\n`
}
