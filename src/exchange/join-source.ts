import type { Payload } from 'payload'
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

/** What is known of a stored source to find it by. */
type Known = Pick<Source, 'id' | 'title' | 'publisher' | 'year' | 'doi' | 'url'>

const isWork =
  ({ title, publisher, year }: SourceLine) =>
  (found: Known): boolean =>
    found.title === title &&
    same(found.publisher, publisher) &&
    (found.year ?? null) === (year ?? null)

/** Of several, the one that says the same, then one this briefing has already, then the oldest. */
function best(
  found: readonly Known[],
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

const isOfAnotherYear = (found: Known, { year }: SourceLine): boolean =>
  Boolean(found.year && year && found.year !== year)

export type SourcesOfLine = {
  /** The sources of the briefing so far: of several that say the same, they are meant. */
  readonly own: ReadonlySet<string>
  /** Those that earlier entries of the line are: one briefing lists no source twice. */
  readonly taken: ReadonlySet<string>
}

const NONE_YET: SourcesOfLine = { own: new Set(), taken: new Set() }

class Rows {
  private readonly of = new Map<string, Known[]>()

  add(key: string | null | undefined, row: Known): void {
    if (key) this.of.set(key, [...(this.of.get(key) ?? []), row])
  }

  at(key: string): readonly Known[] {
    return this.of.get(key) ?? []
  }
}

/** The stored sources as lines name them: read once, since an archive names many a source often. */
export class SourcesByName {
  private readonly byDoi = new Rows()
  private readonly byUrl = new Rows()
  private readonly byTitle = new Rows()

  private constructor(private readonly payload: Payload) {}

  static async read(payload: Payload): Promise<SourcesByName> {
    const { docs } = await payload.find({
      collection: 'sources',
      overrideAccess: true,
      depth: 0,
      pagination: false,
      sort: 'createdAt',
      select: { title: true, publisher: true, year: true, doi: true, url: true },
    })
    const sources = new SourcesByName(payload)
    for (const row of docs) sources.add(row)
    return sources
  }

  /**
   * The stored source that a line means: the one of its DOI, else of its address, else of its title, publisher and year.
   *
   * A source is never joined to one with another DOI, nor by its address to one of another year, nor by its title to one at
   * another address. The address of a site’s front page is none to join by: many a source is cited so.
   */
  find(source: SourceLine, { own, taken }: SourcesOfLine): string | null {
    const { doi, url, title } = source
    if (doi) {
      const ofDoi = [...new Set([doi, doi.toLowerCase()])].flatMap((one) => this.byDoi.at(one))
      const id = best(ofDoi, source, own)
      if (id) return id
    }
    if (isOfSource(url)) {
      const fitting = this.byUrl
        .at(url)
        .filter((found) => !contradicts(found.doi, doi) && !isOfAnotherYear(found, source))
        .filter((found) => !taken.has(found.id) || found.title === title)
      const id = best(fitting, source, own)
      if (id) return id
    }
    const fitting = this.byTitle
      .at(title)
      .filter(isWork(source))
      .filter((found) => !contradicts(found.doi, doi) && !contradicts(found.url, url))
    return best(fitting, source, own)
  }

  /** Makes the source that `find` did not find, after the one to read instead. @returns its id */
  async make(source: SourceLine): Promise<string> {
    const { authors, type, standing, replacedBy, ...rest } = source
    const better = replacedBy
      ? (this.find(replacedBy, NONE_YET) ?? (await this.make(replacedBy)))
      : null
    const made = await this.payload.create({
      collection: 'sources',
      overrideAccess: true,
      depth: 0,
      data: {
        ...rest,
        authors: authors ?? [],
        type: type ?? 'research',
        standing: standing ?? 'current',
        ...(better ? { replacedBy: better } : {}),
      },
    })
    this.add(made)
    return made.id
  }

  private add(row: Known): void {
    this.byDoi.add(row.doi, row)
    this.byUrl.add(row.url, row)
    this.byTitle.add(row.title, row)
  }
}
