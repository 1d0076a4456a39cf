import type { CollectionBeforeChangeHook } from 'payload'
import { idsOf } from '@/lib/ids'
import { sourcesNamedIn } from '@/lib/lexical/citations'
import type { Briefing } from '@/payload-types'

/** Puts every source that the text names into the list of sources, so that the list is never typed by hand. */
export const listNamedSources: CollectionBeforeChangeHook<Briefing> = ({ data, originalDoc }) => {
  const listed = idsOf(data.sources ?? originalDoc?.sources)
  const missing = sourcesNamedIn(data.body === undefined ? originalDoc?.body : data.body).filter(
    (id) => !listed.includes(id),
  )
  return missing.length > 0 ? { ...data, sources: [...listed, ...missing] } : data
}
