import { type Follows, isWished } from './follows'
import type { SavedFind } from './issue-news'
import { type AnnouncedItem, itemKey } from './items'

/** What a saved search adds to a mail. */
export type FoundItems = Pick<SavedFind, 'name' | 'path'> & {
  readonly items: readonly AnnouncedItem[]
}

/** What one member's mail holds, each briefing once. */
export type ChosenItems = {
  readonly items: readonly AnnouncedItem[]
  /** Those an earlier issue may not have told them of. */
  readonly carried: readonly AnnouncedItem[]
  /** What only their saved searches bring. */
  readonly found: readonly FoundItems[]
  /** For each briefing found, the names of the searches that find it. */
  readonly foundBy: ReadonlyMap<string, readonly string[]>
}

type ChooseArgs = {
  readonly items: readonly AnnouncedItem[]
  readonly carried: readonly AnnouncedItem[]
  /** Items of earlier issues, for saved searches alone. */
  readonly earlier: readonly AnnouncedItem[]
  readonly finds: readonly SavedFind[]
  /** Topics the member chose. None chosen means all. */
  readonly topicIds: readonly string[]
  /** Series and briefings the member follows, and whether topics count beside them. */
  readonly follows: Follows
  /** Keys of what the member has been told already. */
  readonly told: ReadonlySet<string>
}

/** Everything a mail tells of, for its receipts and its subject. */
export const allChosen = ({ items, carried, found }: ChosenItems): AnnouncedItem[] => [
  ...items,
  ...carried,
  ...found.flatMap((search) => search.items),
]

function newestEditions(items: readonly AnnouncedItem[]): ReadonlyMap<string, AnnouncedItem> {
  const newest = new Map<string, AnnouncedItem>()
  for (const item of items) {
    const other = newest.get(item.briefingId)
    if (!other || other.edition < item.edition) newest.set(item.briefingId, item)
  }
  return newest
}

function namesByBriefing(finds: readonly SavedFind[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>()
  for (const { name, briefingIds } of finds) {
    for (const id of briefingIds) names.set(id, [...(names.get(id) ?? []), name])
  }
  return names
}

/**
 * The items on a member's topics, in what they follow, and those their saved searches find, that they have not been told of.
 *
 * A newer edition replaces one carried over. What topics bring, searches do not bring again.
 */
export function chooseItems(args: ChooseArgs): ChosenItems {
  const { items, carried, earlier, finds, topicIds, follows, told } = args
  const newest = newestEditions([...items, ...earlier])
  const foundBy = namesByBriefing(finds)
  const isNews = (item: AnnouncedItem) => !told.has(itemKey(item))
  const isAskedFor = (item: AnnouncedItem) => isWished(item, topicIds, follows)
  const isFound = (item: AnnouncedItem) =>
    foundBy.has(item.briefingId) && newest.get(item.briefingId)?.edition === item.edition

  const chosen = items.filter((item) => isNews(item) && isAskedFor(item))
  const named = new Set(chosen.map(({ briefingId }) => briefingId))
  const isLeft = (item: AnnouncedItem) => isNews(item) && !named.has(item.briefingId)
  const carriedOver = carried.filter((item) => isLeft(item) && (isAskedFor(item) || isFound(item)))
  for (const { briefingId } of carriedOver) named.add(briefingId)

  const found = finds.map(({ name, path, briefingIds }) => {
    const left = briefingIds.flatMap((id) => newest.get(id) ?? []).filter(isLeft)
    for (const { briefingId } of left) named.add(briefingId)
    return { name, path, items: left }
  })
  return {
    items: chosen,
    carried: carriedOver,
    found: found.filter((search) => search.items.length > 0),
    foundBy: new Map([...foundBy].filter(([id]) => named.has(id))),
  }
}
