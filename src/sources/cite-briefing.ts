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
  abstract: briefing.summary,
})

/** The same as a file that reference managers read. */
export function citationFile(
  briefing: PublicBriefing,
  siteUrl: string,
  format: CitationFormat,
): string {
  const record = briefingAsCsl(briefing, siteUrl)
  if (format === 'csl.json') return `${JSON.stringify([record], null, 2)}\n`
  const written = plugins.output.format(format === 'bib' ? 'bibtex' : 'ris', [record])
  return `${written.trim()}\n`
}
