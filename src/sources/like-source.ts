import type { Payload } from 'payload'
import type { Source } from '@/payload-types'
import { type Comparable, likenessesAmong, type Likely } from './same-source'

type Named = Comparable & Pick<Source, 'id'>

/** The stored sources that are probably the same as a stored one, the surest first. */
export async function storedLike(payload: Payload, id: string): Promise<readonly Likely<Named>[]> {
  const { docs } = await payload.find({
    collection: 'sources',
    depth: 0,
    pagination: false,
    sort: 'createdAt',
    select: { title: true, authors: true, year: true, url: true, doi: true },
    overrideAccess: true,
  })
  const asked = docs.find((source) => source.id === id)
  return asked ? likenessesAmong(docs)(asked) : []
}
