/** One briefing in the mail: its public part and nothing more. */
export type BulletinEntry = {
  readonly title: string
  /** Absolute. */
  readonly url: string
  readonly summary: string
  readonly isUpdate: boolean
  readonly readingMinutes: number
  /** Names of its other topics. */
  readonly alsoIn: readonly string[]
  /** Names of the reader's saved searches that find it, but for one it is listed under. */
  readonly foundBy: readonly string[]
}

export type BulletinGroup = { readonly heading: string; readonly entries: readonly BulletinEntry[] }

/** What a saved search of the reader brings. */
export type BulletinSearch = {
  readonly name: string
  /** Of the search on the site. */
  readonly url: string
  readonly entries: readonly BulletinEntry[]
  /** How many more it found than the mail shows. */
  readonly more: number
}

/** All that a Bulletin says. Addresses are absolute; those of one reader end in that reader's token. */
export type BulletinView = {
  /** “27 November 2026”. */
  readonly date: string
  readonly subject: string
  readonly groups: readonly BulletinGroup[]
  readonly searches: readonly BulletinSearch[]
  /** What an earlier issue may not have brought. */
  readonly carried: readonly BulletinEntry[]
  /** How many more there are than the mail shows. */
  readonly more: number
  /** How many were found by searches the mail has no room for. */
  readonly moreFound: number
  /** Where the reader's saved searches are listed. */
  readonly searchesUrl: string
  /** Names of the reader's topics; none means all. */
  readonly topics: readonly string[]
  readonly siteUrl: string
  readonly webUrl: string
  readonly preferencesUrl: string
  readonly postalAddress: string
}

export const CARRIED_HEADING = 'From last week, in case it did not reach you'

export const SEARCHES_HEADING = 'From your saved searches'

export const searchHeadingOf = ({ name }: Pick<BulletinSearch, 'name'>): string => `“${name}”`

const MOST_NAMES = 2

const inWords = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** “found by your searches “Rents”, “County lines” and 3 more”. */
function foundWords(names: readonly string[]): string {
  const others = names.length - MOST_NAMES
  const shown = names.slice(0, MOST_NAMES).map((name) => searchHeadingOf({ name }))
  const all = others > 0 ? [...shown, `${others} more`] : shown
  return `found by your ${names.length === 1 ? 'search' : 'searches'} ${inWords.format(all)}`
}

export const factsOf = ({ isUpdate, readingMinutes, alsoIn, foundBy }: BulletinEntry): string =>
  [
    isUpdate ? 'Updated' : 'New',
    `${readingMinutes} minutes’ reading`.replace(/^1 minutes’/, '1 minute’s'),
    ...(alsoIn.length > 0 ? [`also in ${alsoIn.join(', ')}`] : []),
    ...(foundBy.length > 0 ? [foundWords(foundBy)] : []),
  ].join(' · ')

export const reasonOf = ({ topics }: BulletinView): string =>
  topics.length > 0
    ? `You get this because you asked for news on ${inWords.format(topics)}.`
    : 'You get this because you asked for news on all topics.'

export const moreOf = ({ more }: BulletinView): string | null =>
  more > 0 ? `And ${more} more on the site.` : null

export const moreOfSearch = ({ name, more }: BulletinSearch): string | null =>
  more > 0 ? `And ${more} more found by “${name}”.` : null

export const moreFoundOf = ({ moreFound }: BulletinView): string | null =>
  moreFound > 0 ? `And ${moreFound} more found by your other searches.` : null
