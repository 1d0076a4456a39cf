import { z } from 'zod'
import { isSafeHref } from '@/lib/safe-href'
import type { Source } from '@/payload-types'
import { type CslRecord, cslRecord, fromCslName } from './csl-record'
import { type FoundRecord, recordsIn } from './records-in'

/** A source as it was read, not stored yet. */
export type ReadSource = Pick<Source, 'title' | 'type'> & {
  readonly authors: string[]
  readonly publisher: string | null
  readonly year: number | null
  readonly url: string | null
  readonly doi: string | null
}

export type ReferencesReading =
  | {
      readonly kind: 'read'
      readonly sources: readonly ReadSource[]
      /** What was found and cannot be kept, a sentence each. */
      readonly leftOut: readonly string[]
    }
  | { readonly kind: 'unreadable'; readonly reason: string }

const LONGEST_TEXT = 500_000
const MOST_RECORDS = 500

const SOURCE_TYPES: Readonly<Record<string, Source['type']>> = {
  dataset: 'statistics',
  legislation: 'legislation',
  bill: 'legislation',
  'article-newspaper': 'news',
  webpage: 'guidance',
  'post-weblog': 'opinion',
}

const doiIn = (text: string | undefined): string | null =>
  /10\.\d{4,9}\/\S+/.exec(text ?? '')?.[0].toLowerCase() ?? null

const webAddress = (text: string | undefined): string | null =>
  text && isSafeHref(text) && /^https?:/.test(text) ? text : null

const oneLine = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

function yearOf({ issued }: CslRecord): number | null {
  const year = issued?.['date-parts']?.[0]?.[0]
  return year && year >= 1500 && year <= 2100 ? year : null
}

export function toSource(record: CslRecord): ReadSource | null {
  const title = oneLine(record.title).slice(0, 400)
  if (title === '') return null
  const publisher = oneLine(record['container-title'] ?? record.publisher).slice(0, 200)
  return {
    title,
    type: SOURCE_TYPES[record.type] ?? 'research',
    authors: (record.author ?? []).map(fromCslName).map(oneLine).filter(Boolean),
    publisher: publisher === '' ? null : publisher,
    year: yearOf(record),
    url: webAddress(record.URL),
    doi: doiIn(record.DOI) ?? doiIn(record.URL),
  }
}

/**
 * The sources in a text that is BibTeX, RIS or CSL-JSON; which of them it is, the text itself says.
 *
 * Nothing is fetched, run or stored. A record that is damaged or has no title is left out and named by its place; the
 * others are read all the same.
 */
export function readReferences(text: string): ReferencesReading {
  if (text.length > LONGEST_TEXT) {
    return { kind: 'unreadable', reason: 'The text is longer than 500,000 characters.' }
  }
  const found = recordsIn(text)
  const entries = found?.map((record, index) => readEntry(record, index + 1)) ?? []
  if (found === null || entries.every(({ isDamaged }) => isDamaged)) {
    const [first] = entries.flatMap(({ fault }) => fault ?? [])
    return {
      kind: 'unreadable',
      reason: first ?? 'This is not BibTeX, RIS or CSL-JSON, or it is damaged.',
    }
  }
  if (entries.length > MOST_RECORDS) {
    return { kind: 'unreadable', reason: 'Bring at most 500 references at once.' }
  }
  return {
    kind: 'read',
    sources: entries.flatMap(({ source }) => source ?? []),
    leftOut: entries.flatMap(({ fault }) => fault ?? []),
  }
}

type Entry = {
  readonly source: ReadSource | null
  readonly fault: string | null
  readonly isDamaged: boolean
}

function readEntry(found: FoundRecord, place: number): Entry {
  if (found.kind === 'damaged') {
    const fault = `Reference ${place} (“${found.begins}”) is damaged. ${found.mend}`
    return { source: null, fault, isDamaged: true }
  }
  const record = z.safeParse(cslRecord, found.record).data
  const source = record ? toSource(record) : null
  const fault = source ? null : `Reference ${place} has no title, or is none.`
  return { source, fault, isDamaged: false }
}
