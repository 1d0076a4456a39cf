import type {
  BulletinDevelopment,
  BulletinEntry,
  BulletinSearch,
  BulletinView,
} from './bulletin-view'
import {
  ARTICLES_HEADING,
  CARRIED_HEADING,
  CHANGE_LABEL,
  COMING_HEADING,
  furtherFactsOf,
  kindOf,
  moreArticlesOf,
  moreFoundOf,
  moreOf,
  moreOfSearch,
  NOTE_LABEL,
  reasonOf,
  searchHeadingOf,
  SEARCHES_HEADING,
} from './wording'

const labelled = (label: string, words: string | null): string[] =>
  words ? [`${label} ${words}`] : []

const entryText = (entry: BulletinEntry): string =>
  [
    entry.title,
    kindOf(entry) + furtherFactsOf(entry),
    ...labelled(NOTE_LABEL, entry.note),
    entry.summary,
    ...labelled(CHANGE_LABEL, entry.changeNote),
    entry.url,
  ].join('\n')

const headed = (heading: string, parts: readonly string[], line = '-'): string[] =>
  parts.length === 0 ? [] : [`${heading}\n${line.repeat(Math.min(heading.length, 60))}`, ...parts]

const section = (heading: string, entries: readonly BulletinEntry[]): string[] =>
  headed(heading, entries.map(entryText))

const linked = (words: string | null, url: string): string[] => (words ? [`${words}\n${url}`] : [])

const searchText = (search: BulletinSearch): string[] => [
  ...section(searchHeadingOf(search), search.entries),
  ...linked(moreOfSearch(search), search.url),
]

const searchesText = (view: BulletinView): string[] =>
  headed(
    SEARCHES_HEADING,
    [...view.searches.flatMap(searchText), ...linked(moreFoundOf(view), view.searchesUrl)],
    '=',
  )

const developmentText = ({ date, text, url }: BulletinDevelopment): string =>
  [`${date}: ${text}`, ...(url ? [url] : [])].join('\n')

const articlesText = (view: BulletinView): string[] =>
  headed(ARTICLES_HEADING, [
    ...view.articles.map(({ title, summary, url }) => [title, summary, url].join('\n')),
    ...linked(moreArticlesOf(view), `${view.siteUrl}/blog`),
  ])

/** The Bulletin's text part: the same content in the same order as the HTML part. */
export function bulletinText(view: BulletinView): string {
  const { groups, carried, date, webUrl, preferencesUrl, postalAddress, siteUrl } = view
  return [
    `Signpost Bulletin, ${date}\n${siteUrl}`,
    ...view.introduction,
    ...groups.flatMap(({ heading, entries }) => section(heading, entries)),
    ...searchesText(view),
    ...section(CARRIED_HEADING, carried),
    ...linked(moreOf(view), `${siteUrl}/briefings`),
    ...headed(COMING_HEADING, view.coming.map(developmentText)),
    ...articlesText(view),
    '-- ',
    reasonOf(view),
    `Change topics: ${preferencesUrl}`,
    `Pause for four weeks: ${preferencesUrl}#pause`,
    `Unsubscribe: ${preferencesUrl}#unsubscribe`,
    postalAddress,
    `Read it on the site: ${webUrl}`,
  ]
    .join('\n\n')
    .concat('\n')
}
