import type { Payload } from 'payload'

export type SeriesReading =
  | {
      readonly kind: 'found'
      readonly series: {
        readonly id: string
        readonly slug: string
        readonly name: string
        readonly description: string | null
      }
    }
  | { readonly kind: 'missing' }

/** A series by its slug. Series are public. */
export async function readSeries({
  payload,
  slug,
}: {
  readonly payload: Payload
  readonly slug: string
}): Promise<SeriesReading> {
  const { docs } = await payload.find({
    collection: 'series',
    where: { slug: { equals: slug } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: null,
  })
  const row = docs[0]
  if (!row) return { kind: 'missing' }
  const { id, name, description } = row
  return { kind: 'found', series: { id, name, slug, description: description ?? null } }
}
