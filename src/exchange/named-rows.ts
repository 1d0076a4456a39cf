import type { Payload } from 'payload'
import { randomBytes } from 'node:crypto'
import { freeSlug } from './free-slug'

/** Rows found by the names a file gives them. */
export type NamedRows = {
  /** Of several with one name, one of `own` comes first, then the oldest. Null where there is none. */
  readonly find: (name: string, own: readonly string[]) => string | null
  /** Makes the row of a name that `find` did not find. */
  readonly make: (name: string) => Promise<string>
}

const keyOf = (name: string): string =>
  name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

type Named = { readonly id: string; readonly name: string }

class ByName {
  private readonly ids = new Map<string, string[]>()

  constructor(rows: readonly Named[]) {
    for (const { id, name } of rows) this.add(name, id)
  }

  add(name: string, id: string): void {
    this.ids.set(keyOf(name), [...(this.ids.get(keyOf(name)) ?? []), id])
  }

  find(name: string, own: readonly string[]): string | null {
    return firstOf(this.ids.get(keyOf(name)) ?? [], own)
  }
}

const firstOf = (ids: readonly string[], own: readonly string[]): string | null =>
  ids.find((id) => own.includes(id)) ?? ids[0] ?? null

export async function seriesByName(payload: Payload): Promise<NamedRows> {
  const { docs } = await payload.find({
    collection: 'series',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    sort: 'createdAt',
    select: { name: true },
  })
  const rows = new ByName(docs)
  return {
    find: (name, own) => rows.find(name, own),
    make: async (name) => {
      const slug = await freeSlug(payload, 'series', name, 'series')
      const { id } = await payload.create({
        collection: 'series',
        overrideAccess: true,
        depth: 0,
        data: { name, slug },
      })
      rows.add(name, id)
      return id
    },
  }
}

/** Reserved by RFC 2606: no mail ever reaches it. */
const NOWHERE = 'authors.invalid'

/**
 * A row of staff to carry a name: it has no password, and no address that a new one could be sent to.
 *
 * An administrator turns it into an account by giving it an address (docs/decisions/011-import.md).
 */
async function makeAuthor(payload: Payload, name: string): Promise<string> {
  const slug = await freeSlug(payload, 'staff', name, 'author')
  const { id } = await payload.create({
    collection: 'staff',
    overrideAccess: true,
    depth: 0,
    data: {
      name,
      slug,
      role: 'officer',
      email: `${slug}-${randomBytes(4).toString('hex')}@${NOWHERE}`,
      password: randomBytes(32).toString('base64url'),
    },
  })
  await payload.db.updateOne({ collection: 'staff', id, data: { hash: null, salt: null } })
  return id
}

export async function authorsByName(payload: Payload): Promise<NamedRows> {
  const { docs } = await payload.find({
    collection: 'staff',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    sort: 'createdAt',
    select: { name: true },
  })
  const rows = new ByName(docs)
  return {
    find: (name, own) => rows.find(name, own),
    make: async (name) => {
      const id = await makeAuthor(payload, name)
      rows.add(name, id)
      return id
    },
  }
}

const LEVELS = /\s*>\s*/

const levelsOf = (path: string): string[] => path.split(LEVELS).filter((name) => name !== '')

/** Why a topic's path cannot be a topic, or null. */
export function wrongTopicPath(path: string): string | null {
  const levels = levelsOf(path)
  if (levels.length === 0) return 'names no topic'
  return levels.some((name) => name.length > 120) ? 'is longer than 120 characters' : null
}

/** Topics by name, or by their place: `Housing > Rents`. A name alone means the topic nearest the top. */
export async function topicsByPath(payload: Payload): Promise<NamedRows> {
  const { docs } = await payload.find({
    collection: 'topics',
    overrideAccess: true,
    depth: 0,
    pagination: false,
    sort: 'createdAt',
    select: { name: true, parent: true },
  })
  const tree = new TopicPaths(docs as Topic[])
  const make = async (path: string): Promise<string> => {
    const levels = levelsOf(path)
    const name = levels.at(-1) ?? path
    const above = levels.slice(0, -1).join(' > ')
    const parent = above ? (tree.find(above, []) ?? (await make(above))) : null
    const { id } = await payload.create({
      collection: 'topics',
      overrideAccess: true,
      depth: 0,
      data: { name, parent, slug: await freeSlug(payload, 'topics', name, 'topic') },
    })
    tree.add({ id, name, parent })
    return id
  }
  return { find: (path, own) => tree.find(path, own), make }
}

type Topic = Named & { readonly parent?: string | null }

class TopicPaths {
  private readonly byName = new ByName([])
  private readonly byPath = new ByName([])
  private readonly topics = new Map<string, Topic>()

  constructor(topics: readonly Topic[]) {
    for (const topic of topics) this.topics.set(topic.id, topic)
    const fromTheTop = topics.toSorted((a, b) => this.pathOf(a).length - this.pathOf(b).length)
    for (const topic of fromTheTop) this.add(topic)
  }

  add(topic: Topic): void {
    this.topics.set(topic.id, topic)
    this.byName.add(topic.name, topic.id)
    this.byPath.add(this.pathOf(topic).join('>'), topic.id)
  }

  find(path: string, own: readonly string[]): string | null {
    const levels = levelsOf(path).map(keyOf)
    if (levels.length > 1) return this.byPath.find(levels.join('>'), own)
    return this.byPath.find(levels[0] ?? '', own) ?? this.byName.find(levels[0] ?? '', own)
  }

  private pathOf({ name, parent }: Topic): string[] {
    const above = parent ? this.topics.get(parent) : undefined
    return above ? [...this.pathOf(above), keyOf(name)] : [keyOf(name)]
  }
}
