import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import type { NamedLink } from '@/access/to-public-part'
import type { Series, Topic } from '@/payload-types'

/** What briefings refer to by id, as far as it is searched: topics with those above them, series, authors' names. */
export type Subjects = {
  readonly topics: ReadonlyMap<string, Topic>
  readonly series: ReadonlyMap<string, Series>
  readonly authors: ReadonlyMap<string, NamedLink>
  /** Changes whenever one of these is renamed, moved, made or deleted. */
  readonly fingerprint: string
}

const byId = <T extends { id: string }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.id, row]))

const idOf = (value: string | { id: string } | null | undefined): string | null =>
  typeof value === 'object' && value !== null ? value.id : (value ?? null)

/** Reads them all, rights aside: the caller decides what of them reaches whom. */
export async function readSubjects(payload: Payload): Promise<Subjects> {
  const everything = { depth: 0, pagination: false, sort: 'id', overrideAccess: true } as const
  const topics = await payload.find({ ...everything, collection: 'topics', overrideAccess: true })
  const series = await payload.find({ ...everything, collection: 'series', overrideAccess: true })
  const staff = await payload.find({
    ...everything,
    collection: 'staff',
    select: { name: true, slug: true },
    overrideAccess: true,
  })
  const authors = staff.docs.map(({ id, name, slug }) => ({ id, name, slug: slug ?? '' }))
  const searched = [
    topics.docs.map((t) => [t.id, t.name, t.slug, idOf(t.parent), t.synonyms ?? []]),
    series.docs.map((s) => [s.id, s.name, s.slug]),
    authors.map((a) => [a.id, a.name]),
  ]
  return {
    topics: byId(topics.docs),
    series: byId(series.docs),
    authors: byId(authors),
    fingerprint: createHash('sha256').update(JSON.stringify(searched)).digest('hex'),
  }
}

/** The topics of those ids and every topic above them, each once, nearest first. */
export function withParents(subjects: Subjects, ids: readonly string[]): Topic[] {
  const found = new Map<string, Topic>()
  let level: readonly (string | null)[] = ids
  while (level.length > 0) {
    const topics = level
      .map((id) => (id === null || found.has(id) ? undefined : subjects.topics.get(id)))
      .filter((topic) => topic !== undefined)
    for (const topic of topics) found.set(topic.id, topic)
    level = topics.map(({ parent }) => idOf(parent))
  }
  return [...found.values()]
}

/** Changes with any save or deletion among them; far cheaper to ask than {@link readSubjects}. */
export async function subjectsStamp(payload: Payload): Promise<string> {
  const parts: string[] = []
  for (const collection of ['topics', 'series', 'staff'] as const) {
    const { docs, totalDocs } = await payload.find({
      collection,
      depth: 0,
      limit: 1,
      sort: '-updatedAt',
      select: { updatedAt: true },
      overrideAccess: true,
    })
    parts.push(`${totalDocs} ${docs[0]?.updatedAt ?? ''}`)
  }
  return parts.join(', ')
}
