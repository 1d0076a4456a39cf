import type { Payload } from 'payload'
import { briefingPath } from '@/access/to-public-part'
import { toFormerAddress } from '@/lib/former-address'

export type ReadMovedArgs = {
  readonly payload: Payload
  /** The path that was asked for, with its query. */
  readonly path: string
  readonly now: Date
}

/** The way it may have been asked for: as it stands, and without what a mail or a search engine added. */
function waysToAsk(path: string): string[] {
  const [bare = ''] = path.split('?')
  return [...new Set([path, bare])].flatMap((way) => toFormerAddress(way) ?? [])
}

/**
 * Where a briefing is now that readers knew by another address, or null.
 *
 * Leads only to what everyone may find at `now`, so that no answer tells of a draft, and straight to where it is, however
 * often it moved. Ask only where nothing else answers: an address that is used anew has gone to its new briefing.
 */
export async function readMoved({ payload, path, now }: ReadMovedArgs): Promise<string | null> {
  const ways = waysToAsk(path)
  if (ways.length === 0) return null
  const { docs } = await payload.find({
    collection: 'briefings',
    where: {
      and: [
        { formerAddresses: { in: ways } },
        { _status: { equals: 'published' } },
        { publishedAt: { less_than_equal: now.toISOString() } },
      ],
    },
    sort: '-publishedAt',
    limit: 1,
    pagination: false,
    depth: 0,
    select: { slug: true },
    overrideAccess: true,
  })
  const url = docs[0]?.slug ? briefingPath(docs[0].slug) : null
  return url === null || ways.includes(url) ? null : url
}
