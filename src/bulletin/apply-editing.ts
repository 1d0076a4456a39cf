import type { IssueEditing } from './issue-editing'
import { type AnnouncedItem, itemKey } from './items'

/** The items the editors put in order first, in that order; the others after them as they stood. */
export function inOrder<T extends Pick<AnnouncedItem, 'briefingId' | 'edition'>>(
  items: readonly T[],
  order: readonly string[],
): T[] {
  const placeOf = (item: T) => {
    const place = order.indexOf(itemKey(item))
    return place < 0 ? order.length : place
  }
  return [...items].sort((a, b) => placeOf(a) - placeOf(b))
}

/** What an issue would announce, as its editors left it: without what is held, in their order. */
export const applyEditing = <T extends AnnouncedItem>(
  items: readonly T[],
  { held, order, showsChangeNotes }: IssueEditing,
): T[] =>
  inOrder(
    items.filter((item) => !held.includes(itemKey(item))),
    order,
  ).map((item) => (showsChangeNotes ? item : { ...item, changeNote: null }))
