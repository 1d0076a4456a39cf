import { toIsoDate } from '@/lib/london-time'
import type { Source } from '@/payload-types'
import { type CslRecord, toCslDay, toCslName } from './csl-record'

const CSL_TYPES: Readonly<Record<Source['type'], string>> = {
  evaluation: 'report',
  statistics: 'dataset',
  guidance: 'report',
  legislation: 'legislation',
  'case-study': 'report',
  research: 'report',
  opinion: 'webpage',
  news: 'article-newspaper',
}

/** A source as CSL-JSON. A source without authors is its publisher’s own. */
export function sourceAsCsl(source: Source): CslRecord {
  const { id, type, title, authors, publisher, year, url, doi, accessed } = source
  return {
    id,
    type: CSL_TYPES[type],
    title,
    ...(authors?.length ? { author: authors.map(toCslName) } : {}),
    ...(publisher ? { publisher } : {}),
    ...(year ? { issued: { 'date-parts': [[year]] } } : {}),
    ...(doi ? { DOI: doi } : {}),
    ...(url ? { URL: url } : {}),
    ...(accessed ? { accessed: toCslDay(toIsoDate(accessed)) } : {}),
  }
}
