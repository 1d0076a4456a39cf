import type { Settings } from '@/config/settings'
import { toLongDate } from '@/lib/london-time'
import { bulletinSubject } from '@templates/bulletin/bulletin-subject'
import type {
  BulletinEntry,
  BulletinGroup,
  BulletinSearch,
  BulletinView,
} from '@templates/bulletin/bulletin-view'
import { allChosen, type ChosenItems } from './choose-items'
import type { AnnouncedItem } from './items'
import { isUpdate } from './unannounced'

/** Gmail cuts a mail off at 102 KB, its footer with it. */
const MOST_ENTRIES = 25

const MOST_OF_A_SEARCH = 5

/** Stands in a body kept for many where the reader's own token goes. As long as a token. */
export const TOKEN_PLACE = 'v1-reader-token-goes-here-reader-token-goes-here'

export type TopicName = { readonly id: string; readonly name: string }

export type ViewArgs = {
  readonly issue: { readonly key: string; readonly slotAt: string }
  readonly chosen: ChosenItems
  /** The reader's topics, by name. None means all. */
  readonly topics: readonly TopicName[]
  readonly settings: Pick<Settings, 'siteUrl' | 'mail'>
}

/** `2026-11-27` of `weekly:2026-11-27`: how an issue is named in addresses. */
export const issueSlug = (key: string): string => key.replace(/^weekly:/, '')

const headingOf = (item: AnnouncedItem, topics: readonly TopicName[]): string =>
  topics.find(({ id }) => item.topicIds.includes(id))?.name ??
  item.publicPart.topics[0]?.name ??
  'Other briefings'

const entryOf = (
  item: AnnouncedItem,
  heading: string,
  { chosen, settings: { siteUrl } }: ViewArgs,
): BulletinEntry => ({
  title: item.publicPart.title,
  url: siteUrl + item.publicPart.url,
  summary: item.publicPart.summary,
  isUpdate: isUpdate(item),
  readingMinutes: item.publicPart.readingMinutes,
  alsoIn: item.publicPart.topics.map(({ name }) => name).filter((name) => name !== heading),
  foundBy: chosen.foundBy.get(item.briefingId) ?? [],
})

function groupsOf(items: readonly AnnouncedItem[], args: ViewArgs): BulletinGroup[] {
  const groups = new Map<string, BulletinEntry[]>()
  for (const item of items) {
    const heading = headingOf(item, args.topics)
    const entries = groups.get(heading) ?? []
    groups.set(heading, [...entries, entryOf(item, heading, args)])
  }
  return [...groups].map(([heading, entries]) => ({ heading, entries }))
}

/** Five briefings a search, as long as there is room; a search for which there is none is left out whole. */
function searchesOf(args: ViewArgs, room: number): BulletinSearch[] {
  const searches: BulletinSearch[] = []
  let left = room
  for (const { name, path, items } of args.chosen.found) {
    if (left <= 0) break
    const shown = items.slice(0, Math.min(MOST_OF_A_SEARCH, left))
    left -= shown.length
    const entries = shown.map((item) => {
      const entry = entryOf(item, '', args)
      return { ...entry, foundBy: entry.foundBy.filter((other) => other !== name) }
    })
    searches.push({
      name,
      url: args.settings.siteUrl + path,
      entries,
      more: items.length - shown.length,
    })
  }
  return searches
}

/** What a reader's Bulletin says: each briefing once, under the first of the reader's topics it belongs to. */
export function bulletinViewOf(args: ViewArgs): BulletinView {
  const { issue, chosen, topics, settings } = args
  const items = chosen.items.slice(0, MOST_ENTRIES)
  const carried = chosen.carried.slice(0, MOST_ENTRIES - items.length)
  const searches = searchesOf(args, MOST_ENTRIES - items.length - carried.length)
  return {
    date: toLongDate(issue.slotAt),
    subject: bulletinSubject(
      allChosen(chosen).map((item) => ({
        title: item.publicPart.title,
        isUpdate: isUpdate(item),
      })),
    ),
    groups: groupsOf(items, args),
    carried: carried.map((item) => entryOf(item, '', args)),
    searches,
    more: chosen.items.length + chosen.carried.length - items.length - carried.length,
    moreFound: chosen.found
      .slice(searches.length)
      .reduce((sum, search) => sum + search.items.length, 0),
    searchesUrl: `${settings.siteUrl}/account/saved-searches`,
    topics: topics.map(({ name }) => name),
    siteUrl: settings.siteUrl,
    webUrl: `${settings.siteUrl}/bulletin/${issueSlug(issue.key)}`,
    preferencesUrl: `${settings.siteUrl}/bulletin/preferences/${TOKEN_PLACE}`,
    postalAddress: settings.mail.postalAddress,
  }
}
