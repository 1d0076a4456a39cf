import type { Settings } from '@/config/settings'
import type { BulletinIssue } from '@/payload-types'
import { toLongDate } from '@/lib/london-time'
import { bulletinSubject } from '@templates/bulletin/bulletin-subject'
import {
  type BulletinEntry,
  type BulletinGroup,
  type BulletinSearch,
  type BulletinView,
} from '@templates/bulletin/bulletin-view'
import { FOLLOWED_HEADING } from '@templates/bulletin/wording'
import { articlesOf } from './announced-articles'
import { allChosen, type ChosenItems } from './choose-items'
import { followedSeries, type Follows, isFollowedUpdate } from './follows'
import { readEditing } from './issue-editing'
import { type AnnouncedItem, itemKey } from './items'
import { isUpdate } from './unannounced'

/** Gmail cuts a mail off at 102 KB, its footer with it. */
export const MOST_ENTRIES = 25

const MOST_OF_A_SEARCH = 5

const MOST_ARTICLES = 5

/** A change note has no bound of its own. */
const LONGEST_CHANGE_NOTE = 400

/** Stands in a body kept for many where the reader's own token goes. As long as a token. */
export const TOKEN_PLACE = 'v1-reader-token-goes-here-reader-token-goes-here'

export type TopicName = { readonly id: string; readonly name: string }

export type ViewArgs = {
  readonly issue: Pick<
    BulletinIssue,
    'key' | 'slotAt' | 'introduction' | 'editing' | 'articles' | 'frozenAt'
  >
  readonly chosen: ChosenItems
  /** The reader's topics, by name. None means all. */
  readonly topics: readonly TopicName[]
  readonly follows: Follows
  readonly settings: Pick<Settings, 'siteUrl' | 'mail'>
}

/** `2026-11-27` of `weekly:2026-11-27`: how an issue is named in addresses. */
export const issueSlug = (key: string): string => key.replace(/^weekly:/, '')

function headingOf(item: AnnouncedItem, { topics, follows }: ViewArgs): string {
  const ofTopics = follows.scope === 'topics'
  const chosen = ofTopics && topics.find(({ id }) => item.topicIds.includes(id))?.name
  if (chosen) return chosen
  const takesAll = ofTopics && topics.length === 0
  const followed =
    followedSeries(item, follows) ??
    (isFollowedUpdate(item, follows) ? FOLLOWED_HEADING : undefined)
  if (followed && !takesAll) return followed
  return item.publicPart.topics[0]?.name ?? followed ?? 'Other briefings'
}

function shortened(note: string | null): string | null {
  if (note === null || note.length <= LONGEST_CHANGE_NOTE) return note
  return `${note.slice(0, LONGEST_CHANGE_NOTE - 1).replace(/\s+\S*$/, '')}…`
}

const entryOf = (
  item: AnnouncedItem,
  heading: string,
  { issue, chosen, settings: { siteUrl } }: ViewArgs,
): BulletinEntry => ({
  title: item.publicPart.title,
  url: siteUrl + item.publicPart.url,
  summary: item.publicPart.summary,
  isUpdate: isUpdate(item),
  readingMinutes: item.publicPart.readingMinutes,
  alsoIn: item.publicPart.topics.map(({ name }) => name).filter((name) => name !== heading),
  foundBy: chosen.foundBy.get(item.briefingId) ?? [],
  note: readEditing(issue).notes[itemKey(item)] ?? null,
  changeNote: readEditing(issue).showsChangeNotes ? shortened(item.changeNote) : null,
})

function groupsOf(items: readonly AnnouncedItem[], args: ViewArgs): BulletinGroup[] {
  const groups = new Map<string, BulletinEntry[]>()
  for (const item of items) {
    const heading = headingOf(item, args)
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

/** What was written with blank lines between its paragraphs. */
export const paragraphsOf = (text: string | null | undefined): string[] =>
  (text ?? '').split(/\n\s*\n/).flatMap((paragraph) => paragraph.trim() || [])

/** What the editors wrote: the same for every reader of an issue. */
const editorsWords = ({ issue }: ViewArgs): Pick<BulletinView, 'introduction' | 'coming'> => ({
  introduction: paragraphsOf(issue.introduction),
  coming: readEditing(issue).coming.map(({ date, text, url = null }) => ({
    date: toLongDate(date),
    text,
    url,
  })),
})

/** Articles on the reader's topics, and those on none; none for who wants only what they follow. */
function articlesFor({ issue, topics, follows, settings: { siteUrl } }: ViewArgs) {
  const isMeant = (topicIds: readonly string[]) =>
    follows.scope === 'topics' &&
    (topics.length === 0 || topicIds.length === 0 || topics.some(({ id }) => topicIds.includes(id)))
  const meant = articlesOf(issue).filter(({ topicIds }) => isMeant(topicIds))
  const shown = meant.slice(0, MOST_ARTICLES)
  return {
    articles: shown.map(({ title, summary, url }) => ({ title, summary, url: siteUrl + url })),
    moreArticles: meant.length - shown.length,
  }
}

/**
 * What a reader's Bulletin says: each briefing once, under the first of the reader's topics it belongs to.
 *
 * @param most how many briefings it shows; the others are counted.
 */
export function bulletinViewOf(args: ViewArgs, most = MOST_ENTRIES): BulletinView {
  const { issue, chosen, topics, follows, settings } = args
  const items = chosen.items.slice(0, most)
  const carried = chosen.carried.slice(0, most - items.length)
  const searches = searchesOf(args, most - items.length - carried.length)
  return {
    ...editorsWords(args),
    ...articlesFor(args),
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
    series: follows.series.map(({ name }) => name),
    briefings: follows.briefings.map(({ name }) => name),
    isFollowedAlone: follows.scope === 'followed',
    siteUrl: settings.siteUrl,
    webUrl: `${settings.siteUrl}/bulletin/${issueSlug(issue.key)}`,
    preferencesUrl: `${settings.siteUrl}/bulletin/preferences/${TOKEN_PLACE}`,
    postalAddress: settings.mail.postalAddress,
  }
}
