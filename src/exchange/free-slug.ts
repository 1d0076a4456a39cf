import type { CollectionSlug, Payload } from 'payload'
import { toSlug } from '@/lib/slug'

const LONGEST = 80
const MOST = 200

/** A slug and those it may have got instead where another row had it: `rents`, `rents-2`, `rents-3` … */
export function slugFamily(slug: string, most: number): string[] {
  const stem = slug.slice(0, LONGEST - 4).replace(/-+$/, '')
  return [slug, ...Array.from({ length: most - 1 }, (_, index) => `${stem}-${index + 2}`)]
}

async function takenOf(
  payload: Payload,
  collection: CollectionSlug,
  slugs: readonly string[],
): Promise<ReadonlySet<unknown>> {
  const { docs } = await payload.find({
    collection,
    overrideAccess: true,
    depth: 0,
    pagination: false,
    where: { slug: { in: [...slugs] } },
    select: { slug: true },
  })
  return new Set(docs.map((row) => (row as { slug?: string | null }).slug))
}

/** The slug of `name` that no row of the collection has yet. `otherwise` serves a name without Latin letters. */
export async function freeSlug(
  payload: Payload,
  collection: CollectionSlug,
  name: string,
  otherwise: string,
): Promise<string> {
  const family = slugFamily(toSlug(name) || toSlug(otherwise) || collection, MOST)
  const [first = ''] = family
  // Most slugs are free: looking for the whole family costs ten times as much.
  if ((await takenOf(payload, collection, [first])).size === 0) return first
  const taken = await takenOf(payload, collection, family)
  return family.find((slug) => !taken.has(slug)) ?? `${first}-${Date.now()}`.slice(-LONGEST)
}
