import { toIsoDate } from '@/lib/london-time'
import { facetValues } from '../../facet-values'
import { folded } from '../../folded'
import type { SearchDocument } from '../../search-document'
import { type Facet, FACETS } from '../../search-request'
import { withoutMarks } from '../../snippet-runs'

type ByFacet = { readonly [F in Facet]: readonly string[] }

/**
 * What an index holds of a briefing: its front (part 0), and in the members' index a record for each passage.
 * Every record has what results are narrowed, counted and ordered by.
 */
export type IndexRecord = {
  readonly pk: string
  readonly briefingId: string
  readonly part: number
  readonly fingerprint: string
  readonly title: string
  readonly summary: string
  readonly referenceKey: string
  readonly titleKey: string
  /** The day in London, such as 20200630. */
  readonly publishedOn: number
  /** Unix seconds. */
  readonly publishedAt: number
  readonly under: ByFacet
  /** The same with their names: `value␟label`. */
  readonly named: ByFacet
  readonly reference?: string
  readonly authors?: readonly string[]
  readonly topics?: readonly string[]
  readonly synonyms?: readonly string[]
  /** Every word of the passages, for members who ask for words that stand far apart. */
  readonly words?: string
  readonly heading?: string
  readonly text?: string
  readonly anchor?: string | null
}

/** Raised when the records change: every briefing is then put again. */
const LAYOUT = '2:'

const BETWEEN = '\u001F'

export const dayNumber = (isoDate: string): number => Number(isoDate.replaceAll('-', ''))

/** Meilisearch takes letters, digits, hyphens and underscores: every other byte is written as `_` and its two digits. */
const plainKey = (id: string): string =>
  id.replace(/[^A-Za-z0-9-]/gu, (character) =>
    Buffer.from(character).toString('hex').replace(/../g, '_$&'),
  )

export const recordKey = (briefingId: string, part: number): string =>
  `${plainKey(briefingId)}__${part}`

export const frontKey = (briefingId: string): string => recordKey(briefingId, 0)

export const storedFingerprint = (fingerprint: string): string => LAYOUT + fingerprint

/** The fingerprint as it was put, or '' where the record is of another layout. */
export const readFingerprint = (stored: string): string =>
  stored.startsWith(LAYOUT) ? stored.slice(LAYOUT.length) : ''

/** What `named` holds, apart again. */
export function readNamed(named: string): { readonly value: string; readonly label: string } {
  const [value = '', label = value] = named.split(BETWEEN)
  return { value, label }
}

/** A full stop keeps two words as far apart as words can be: together they are no phrase, and near nothing. */
const APART = '. '

const distinctWords = (texts: readonly string[]): string =>
  [...new Set(folded(texts.join(' ')).split(' '))].join(APART)

const byFacet = (pick: (facet: Facet) => readonly string[]): ByFacet => {
  const [topic, series, type, nation, author, year] = FACETS.map(pick)
  return {
    topic: topic ?? [],
    series: series ?? [],
    type: type ?? [],
    nation: nation ?? [],
    author: author ?? [],
    year: year ?? [],
  }
}

function commonPart({ id, fingerprint, publicPart: part }: SearchDocument) {
  const values = facetValues(part)
  const valuesOf = (facet: Facet) => values.filter((value) => value.facet === facet)
  return {
    briefingId: id,
    fingerprint: storedFingerprint(fingerprint),
    title: withoutMarks(part.title),
    summary: withoutMarks(part.summary),
    referenceKey: folded(part.reference),
    titleKey: folded(part.title),
    publishedOn: dayNumber(toIsoDate(part.publishedAt)),
    publishedAt: Math.floor(Date.parse(part.publishedAt) / 1000),
    under: byFacet((facet) => valuesOf(facet).map(({ value }) => value)),
    named: byFacet((facet) => valuesOf(facet).map(({ value, label }) => value + BETWEEN + label)),
  }
}

function front(document: SearchDocument): IndexRecord {
  const { id, publicPart: part } = document
  return {
    ...commonPart(document),
    pk: frontKey(id),
    part: 0,
    reference: withoutMarks(part.reference),
    authors: part.authors.map(withoutMarks),
    topics: part.topics.map(({ name }) => withoutMarks(name)),
    synonyms: part.synonyms.map(withoutMarks),
  }
}

/** For the public index: no member text at all. */
export const publicRecords = (document: SearchDocument): IndexRecord[] => [front(document)]

export function memberRecords(document: SearchDocument): IndexRecord[] {
  const { id, passages } = document
  const words = distinctWords(passages.flatMap(({ heading, text }) => [heading, text]))
  return [
    { ...front(document), words },
    ...passages.map(({ heading, anchor, text }, index) => ({
      ...commonPart(document),
      pk: recordKey(id, index + 1),
      part: index + 1,
      heading: withoutMarks(heading),
      anchor,
      text: withoutMarks(text),
    })),
  ]
}
