import {
  type BulletinEntry,
  type BulletinSearch,
  type BulletinView,
  CARRIED_HEADING,
  factsOf,
  moreFoundOf,
  moreOf,
  moreOfSearch,
  reasonOf,
  searchHeadingOf,
  SEARCHES_HEADING,
} from './bulletin-view'

const entryText = (entry: BulletinEntry): string =>
  [entry.title, factsOf(entry), entry.summary, entry.url].join('\n')

const section = (heading: string, entries: readonly BulletinEntry[]): string[] =>
  entries.length === 0
    ? []
    : [`${heading}\n${'-'.repeat(Math.min(heading.length, 60))}`, ...entries.map(entryText)]

const linked = (words: string | null, url: string): string[] => (words ? [`${words}\n${url}`] : [])

const searchText = (search: BulletinSearch): string[] => [
  ...section(searchHeadingOf(search), search.entries),
  ...linked(moreOfSearch(search), search.url),
]

const searchesText = (view: BulletinView): string[] =>
  view.searches.length + view.moreFound === 0
    ? []
    : [
        `${SEARCHES_HEADING}\n${'='.repeat(SEARCHES_HEADING.length)}`,
        ...view.searches.flatMap(searchText),
        ...linked(moreFoundOf(view), view.searchesUrl),
      ]

/** The Bulletin's text part: the same content in the same order as the HTML part. */
export function bulletinText(view: BulletinView): string {
  const { groups, carried, date, webUrl, preferencesUrl, postalAddress, siteUrl } = view
  return [
    `Signpost Bulletin, ${date}\n${siteUrl}`,
    ...groups.flatMap(({ heading, entries }) => section(heading, entries)),
    ...searchesText(view),
    ...section(CARRIED_HEADING, carried),
    ...linked(moreOf(view), `${siteUrl}/briefings`),
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
