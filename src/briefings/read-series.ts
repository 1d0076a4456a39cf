import type { Payload } from 'payload'
import type { Series } from '@/payload-types'

export type PublicSeries = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly description: string | null
}

export type SeriesReading =
  { readonly kind: 'found'; readonly series: PublicSeries } | { readonly kind: 'missing' }

const toPublicSeries = ({ id, slug, name, description }: Series): PublicSeries => ({
  id,
  slug: slug ?? '',
  name,
  description: description ?? null,
})

/** All series by name. Series are public. */
export async function listSeries(payload: Payload): Promise<readonly PublicSeries[]> {
  const { docs } = await payload.find({
    collection: 'series',
    pagination: false,
    depth: 0,
    sort: 'name',
    overrideAccess: false,
    user: null,
  })
  return docs.map(toPublicSeries)
}

/** A series by its slug. */
export async function readSeries({
  payload,
  slug,
}: {
  readonly payload: Payload
  readonly slug: string
}): Promise<SeriesReading> {
  const series = (await listSeries(payload)).find((one) => one.slug === slug)
  return series ? { kind: 'found', series } : { kind: 'missing' }
}
