import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { plugins } from '@citation-js/core'
import { z } from 'zod'
import { isSafeHref } from '@/lib/safe-href'
import type { Source } from '@/payload-types'
import { type CslRecord, cslRecord, fromCslName } from './csl-record'

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

function toSource(record: CslRecord): ReadSource | null {
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

// The type is forced, since the library would fetch a text that is an address.
const parsed = (text: string, forceType: string): unknown[] =>
  plugins.input.chain(text, { forceType, generateGraph: false })

function recordsOf(text: string): unknown[] {
  const start = text.trimStart()
  if (/^[[{]/.test(start)) return [JSON.parse(start) as unknown].flat()
  if (/^TY {2}-/m.test(start)) return parsed(start, '@ris/file')
  return parsed(start, '@bibtex/text')
}

/**
 * The sources in a text that is BibTeX, RIS or CSL-JSON; which of them it is, the text itself says.
 *
 * Nothing is fetched and nothing stored. A record without a title is left out and named by its place.
 */
export function readReferences(text: string): ReferencesReading {
  if (text.length > LONGEST_TEXT) {
    return { kind: 'unreadable', reason: 'The text is longer than 500,000 characters.' }
  }
  let found: unknown[]
  try {
    found = recordsOf(text)
  } catch {
    return { kind: 'unreadable', reason: 'This is not BibTeX, RIS or CSL-JSON, or it is damaged.' }
  }
  if (found.length === 0) return { kind: 'unreadable', reason: 'There is no reference in it.' }
  if (found.length > MOST_RECORDS) {
    return { kind: 'unreadable', reason: 'Bring at most 500 references at once.' }
  }
  const read = found.map((one) => z.safeParse(cslRecord, one).data)
  const sources = read.map((record) => (record ? toSource(record) : null))
  return {
    kind: 'read',
    sources: sources.filter((source) => source !== null),
    leftOut: sources.flatMap((source, index) =>
      source ? [] : [`Reference ${index + 1} has no title, or is none.`],
    ),
  }
}
