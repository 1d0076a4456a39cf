import {
  type BulletinEntry,
  type BulletinView,
  CARRIED_HEADING,
  factsOf,
  moreOf,
  reasonOf,
} from './bulletin-view'

const entryText = (entry: BulletinEntry): string =>
  [entry.title, factsOf(entry), entry.summary, entry.url].join('\n')

const section = (heading: string, entries: readonly BulletinEntry[]): string[] =>
  entries.length === 0
    ? []
    : [`${heading}\n${'-'.repeat(Math.min(heading.length, 60))}`, ...entries.map(entryText)]

/** The Bulletin's text part: the same content in the same order as the HTML part. */
export function bulletinText(view: BulletinView): string {
  const { groups, carried, date, webUrl, preferencesUrl, postalAddress, siteUrl } = view
  return [
    `Signpost Bulletin, ${date}\n${siteUrl}`,
    ...groups.flatMap(({ heading, entries }) => section(heading, entries)),
    ...section(CARRIED_HEADING, carried),
    ...[moreOf(view) ?? []].flat().map((more) => `${more}\n${siteUrl}/briefings`),
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
