import type { CollectionBeforeChangeHook } from 'payload'
import { idOf, idsOf, type Related } from '@/lib/ids'
import { sourcesNamedIn } from '@/lib/lexical/citations'
import { withMappedSources } from '@/lib/lexical/mapped-sources'
import type { Briefing } from '@/payload-types'

/**
 * Makes of a source that was merged into another that other one: a text that was open during the merge, or an old version
 * brought back, cites what is there.
 */
export const followMergedSources: CollectionBeforeChangeHook<Briefing> = async ({ data, req }) => {
  const named = [...new Set([...idsOf(data.sources), ...sourcesNamedIn(data.body)])]
  if (named.length === 0) return data
  const { docs } = await req.payload.find({
    collection: 'sources',
    where: { mergedFrom: { in: named } },
    depth: 0,
    pagination: false,
    select: { mergedFrom: true },
    overrideAccess: true,
  })
  if (docs.length === 0) return data
  const kept = new Map(
    docs.flatMap(({ id, mergedFrom }) => (mergedFrom ?? []).map((gone) => [gone, id] as const)),
  )
  const to = (source: unknown): unknown =>
    source ? (kept.get(idOf(source as Related<{ id: string }>)) ?? source) : source
  const sources = idsOf(data.sources).map((id) => kept.get(id) ?? id)
  return {
    ...data,
    ...(data.sources ? { sources: [...new Set(sources)] } : {}),
    ...(data.body
      ? {
          body: withMappedSources(data.body, to) as Briefing['body'],
        }
      : {}),
  }
}
