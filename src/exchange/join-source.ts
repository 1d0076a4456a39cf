import type { Payload, Where } from 'payload'
import type { Source } from '@/payload-types'
import type { SourceLine } from './briefing-line'

const same = (one: string | null | undefined, other: string | null | undefined): boolean =>
  (one ?? '').toLowerCase() === (other ?? '').toLowerCase()

const contradicts = (one: string | null | undefined, other: string | null | undefined): boolean =>
  Boolean(one && other) && !same(one, other)

/** The address of a whole site names its publisher and not the source. */
function isOfSource(url: string | null | undefined): url is string {
  if (!url || !URL.canParse(url)) return false
  const { pathname, search } = new URL(url)
  return pathname !== '/' || search !== ''
}

async function sourcesWhere(payload: Payload, where: Where): Promise<Source[]> {
  const { docs } = await payload.find({
    collection: 'sources',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    sort: 'createdAt',
    where,
  })
  return docs
}

const isWork =
  ({ title, publisher, year }: SourceLine) =>
  (found: Source): boolean =>
    found.title === title &&
    same(found.publisher, publisher) &&
    (found.year ?? null) === (year ?? null)

/** Of several, the one that says the same, then one this briefing has already, then the oldest. */
function best(
  found: readonly Source[],
  source: SourceLine,
  own: ReadonlySet<string>,
): string | null {
  const ranked = found
    .map((row, index) => ({
      row,
      rank: [!isWork(source)(row), row.title !== source.title, !own.has(row.id), index].map(Number),
    }))
    .toSorted((a, b) => compareRanks(a.rank, b.rank))
  return ranked[0]?.row.id ?? null
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

const isOfAnotherYear = (found: Source, { year }: SourceLine): boolean =>
  Boolean(found.year && year && found.year !== year)

export type SourcesOfLine = {
  /** The sources of the briefing so far: of several that say the same, they are meant. */
  readonly own: ReadonlySet<string>
  /** Those that earlier entries of the line are: one briefing lists no source twice. */
  readonly taken: ReadonlySet<string>
}

/**
 * The stored source that a line means: the one of its DOI, else of its address, else of its title, publisher and year.
 *
 * A source is never joined to one with another DOI, nor by its address to one of another year, nor by its title to one at
 * another address. The address of a site’s front page is none to join by: many a source is cited so.
 */
export async function joinedSource(
  payload: Payload,
  source: SourceLine,
  { own, taken }: SourcesOfLine,
): Promise<string | null> {
  const { doi, url, title } = source
  if (doi) {
    const ofDoi = await sourcesWhere(payload, { doi: { in: [doi, doi.toLowerCase()] } })
    const id = best(ofDoi, source, own)
    if (id) return id
  }
  if (isOfSource(url)) {
    const ofUrl = await sourcesWhere(payload, { url: { equals: url } })
    const fitting = ofUrl
      .filter((found) => !contradicts(found.doi, doi) && !isOfAnotherYear(found, source))
      .filter((found) => !taken.has(found.id) || found.title === title)
    const id = best(fitting, source, own)
    if (id) return id
  }
  const ofTitle = await sourcesWhere(payload, { title: { equals: title } })
  const fitting = ofTitle
    .filter(isWork(source))
    .filter((found) => !contradicts(found.doi, doi) && !contradicts(found.url, url))
  return best(fitting, source, own)
}

export async function makeSource(payload: Payload, source: SourceLine): Promise<string> {
  const { title, publisher, authors, year, url, doi, type } = source
  const { id } = await payload.create({
    collection: 'sources',
    overrideAccess: true,
    depth: 0,
    data: { title, publisher, authors: authors ?? [], year, url, doi, type: type ?? 'research' },
  })
  return id
}
