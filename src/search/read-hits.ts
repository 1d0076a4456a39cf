import type { Payload } from 'payload'
import { PUBLIC_FIELDS } from '@/access/public-fields'
import { type PublicBriefing, toPublicPart } from '@/access/to-public-part'
import { payloadUserOf, type Viewer } from '@/access/viewer'
import type { Briefing, Series, Topic } from '@/payload-types'
import { keptForASecond } from './kept-for-a-second'
import { publishedBy } from './read-published'

type Names = {
  readonly topics: ReadonlyMap<string, Topic>
  readonly series: ReadonlyMap<string, Series>
}

const everything = { depth: 0, pagination: false, overrideAccess: true } as const

/** Topics and series are everybody's to read. */
async function readNames(payload: Payload): Promise<Names> {
  const topics = await payload.find({ ...everything, collection: 'topics', overrideAccess: true })
  const series = await payload.find({ ...everything, collection: 'series', overrideAccess: true })
  return {
    topics: new Map(topics.docs.map((topic) => [topic.id, topic])),
    series: new Map(series.docs.map((one) => [one.id, one])),
  }
}

const namesAt = keptForASecond(readNames)

const idOf = (value: string | { id: string }): string =>
  typeof value === 'string' ? value : value.id

const topicIds = ({ topics }: Briefing): string[] => (topics ?? []).map(idOf)
const seriesId = ({ series }: Briefing): string | null => (series ? idOf(series) : null)

const areKnown = ({ topics, series }: Names, briefing: Briefing): boolean => {
  const id = seriesId(briefing)
  return topicIds(briefing).every((topic) => topics.has(topic)) && (id === null || series.has(id))
}

/** Names at most a second old, and never lacking one that is there. */
async function namesFor(payload: Payload, briefings: readonly Briefing[], now: Date) {
  const names = await namesAt(payload, now)
  const isWhole = briefings.every((briefing) => areKnown(names, briefing))
  return isWhole ? names : readNames(payload)
}

/** MongoDB does not look for an id that can be none: it throws. */
const isPossibleId = ({ db }: Payload, id: string): boolean =>
  db.name !== 'mongoose' || /^[0-9a-f]{24}$/i.test(id)

/**
 * The public part of those of `ids` that the viewer may know of at `now`, by the database's own word.
 *
 * An index may be behind; what it names is answered only through here. Authors are left out: no hit shows them.
 */
export async function readHits(
  payload: Payload,
  viewer: Viewer,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, PublicBriefing>> {
  const possible = ids.filter((id) => isPossibleId(payload, id))
  if (possible.length === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'briefings',
    where: { and: [{ id: { in: possible } }, publishedBy(now)] },
    select: PUBLIC_FIELDS,
    depth: 0,
    pagination: false,
    draft: false,
    overrideAccess: false,
    user: payloadUserOf(viewer),
  })
  const briefings = docs as Briefing[]
  const { topics, series } = await namesFor(payload, briefings, now)
  const named = (briefing: Briefing): Briefing => ({
    ...briefing,
    topics: topicIds(briefing).flatMap((id) => topics.get(id) ?? []),
    series: series.get(seriesId(briefing) ?? '') ?? null,
  })
  return new Map(
    briefings.map((briefing) => [briefing.id, toPublicPart(named(briefing), [])] as const),
  )
}
