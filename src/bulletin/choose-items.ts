import { type AnnouncedItem, itemKey } from './items'

/** What one member's mail holds: this issue's items, and those an earlier issue may not have told them of. */
export type ChosenItems = {
  readonly items: readonly AnnouncedItem[]
  readonly carried: readonly AnnouncedItem[]
}

type ChooseArgs = {
  readonly items: readonly AnnouncedItem[]
  readonly carried: readonly AnnouncedItem[]
  /** Topics the member chose. None chosen means all. */
  readonly topicIds: readonly string[]
  /** Keys of what the member has been told already. */
  readonly told: ReadonlySet<string>
}

/** The items on a member's topics that they have not been told of. A newer edition replaces one carried over. */
export function chooseItems({ items, carried, topicIds, told }: ChooseArgs): ChosenItems {
  const isWanted = (item: AnnouncedItem) =>
    !told.has(itemKey(item)) &&
    (topicIds.length === 0 || item.topicIds.some((id) => topicIds.includes(id)))
  const chosen = items.filter(isWanted)
  const inThisIssue = new Set(chosen.map(({ briefingId }) => briefingId))
  return {
    items: chosen,
    carried: carried.filter((item) => isWanted(item) && !inThisIssue.has(item.briefingId)),
  }
}
