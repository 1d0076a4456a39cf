import type { CollectionBeforeChangeHook } from 'payload'
import type { SearchSynonym } from '@/payload-types'

/** Gives the row the name lists show: its words, in the direction they lead. */
export const describeSynonym: CollectionBeforeChangeHook<SearchSynonym> = ({
  data,
  originalDoc,
}) => {
  const { words = [], alsoFinds, direction } = { ...originalDoc, ...data }
  const label =
    direction === 'one-way'
      ? `${words.join(', ')} → ${(alsoFinds ?? []).join(', ')}`
      : words.join(' = ')
  return { ...data, label: label.slice(0, 200) }
}
