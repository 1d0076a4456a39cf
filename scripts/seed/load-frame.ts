import type { Payload } from 'payload'
import { ensure, Ids } from './ensure'
import type { Content } from './read-content'

export type Frame = {
  readonly topics: Ids
  readonly series: Ids
  readonly staff: Ids
  readonly sources: Ids
  readonly organisations: Ids
}

async function loadTopics(payload: Payload, content: Content): Promise<Ids> {
  const ids = new Ids()
  const load = async (
    { slug, name, scope, synonyms }: Content['topics'][number]['children'][number],
    parent: string | null,
  ) => {
    const id = await ensure(payload, ['topics', 'slug', slug], () =>
      payload.create({
        collection: 'topics',
        overrideAccess: true,
        data: { slug, name, scopeNote: scope, synonyms, parent },
      }),
    )
    ids.set(slug, id)
    return id
  }
  for (const topic of content.topics) {
    const parent = await load(topic, null)
    for (const child of topic.children) await load(child, parent)
  }
  return ids
}

async function loadSeries(payload: Payload, content: Content): Promise<Ids> {
  const ids = new Ids()
  for (const data of content.series) {
    const create = () => payload.create({ collection: 'series', overrideAccess: true, data })
    ids.set(data.slug, await ensure(payload, ['series', 'slug', data.slug], create))
  }
  return ids
}

async function loadStaff(
  payload: Payload,
  content: Content,
  passwordOf: (email: string) => string,
): Promise<Ids> {
  const ids = new Ids()
  for (const person of content.staff) {
    const data = { ...person, password: passwordOf(person.email) }
    const create = () => payload.create({ collection: 'staff', overrideAccess: true, data })
    ids.set(person.slug, await ensure(payload, ['staff', 'email', person.email], create))
  }
  return ids
}

async function loadSources(payload: Payload, content: Content): Promise<Ids> {
  const ids = new Ids()
  for (const { id: key, ...source } of content.sources) {
    const data = { ...source, key }
    const create = () => payload.create({ collection: 'sources', overrideAccess: true, data })
    ids.set(key, await ensure(payload, ['sources', 'key', key], create))
  }
  return ids
}

async function loadOrganisations(payload: Payload, content: Content): Promise<Ids> {
  const ids = new Ids()
  for (const data of content.organisations) {
    const create = () => payload.create({ collection: 'organisations', overrideAccess: true, data })
    ids.set(data.slug, await ensure(payload, ['organisations', 'slug', data.slug], create))
  }
  return ids
}

/** What briefings and members name: topics, series, staff, sources and organisations. Safe to repeat. */
export async function loadFrame(
  payload: Payload,
  content: Content,
  passwordOf: (email: string) => string,
): Promise<Frame> {
  return {
    topics: await loadTopics(payload, content),
    series: await loadSeries(payload, content),
    staff: await loadStaff(payload, content, passwordOf),
    sources: await loadSources(payload, content),
    organisations: await loadOrganisations(payload, content),
  }
}
