import type { BulletinEntry, BulletinSearch, BulletinView } from './bulletin-view'

export const CARRIED_HEADING = 'From last week, in case it did not reach you'

/** Updates to briefings the reader follows, which no topic of theirs brings. */
export const FOLLOWED_HEADING = 'Briefings you follow'

export const SEARCHES_HEADING = 'From your saved searches'

export const COMING_HEADING = 'Coming up'

export const ARTICLES_HEADING = 'On the blog'

export const searchHeadingOf = ({ name }: Pick<BulletinSearch, 'name'>): string => `“${name}”`

const MOST_NAMES = 2

const inWords = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** “Found by your searches “Rents”, “County lines” and 3 more.” */
function foundWords(names: readonly string[]): string {
  const others = names.length - MOST_NAMES
  const shown = names.slice(0, MOST_NAMES).map((name) => searchHeadingOf({ name }))
  const all = others > 0 ? [...shown, `${others} more`] : shown
  return `Found by your ${names.length === 1 ? 'search' : 'searches'} ${inWords.format(all)}.`
}

export const kindOf = ({ isUpdate }: Pick<BulletinEntry, 'isUpdate'>): string =>
  isUpdate ? 'Updated' : 'New'

/** What follows on “New” or “Updated”, in sentences: they wrap well on the narrowest screen. */
export const furtherFactsOf = ({ readingMinutes, alsoIn, foundBy }: BulletinEntry): string =>
  [
    `, ${readingMinutes} minutes’ reading.`.replace(/^, 1 minutes’/, ', 1 minute’s'),
    ...(alsoIn.length > 0 ? [`Also in ${inWords.format(alsoIn)}.`] : []),
    ...(foundBy.length > 0 ? [foundWords(foundBy)] : []),
  ].join(' ')

export const NOTE_LABEL = 'From the editors:'

export const CHANGE_LABEL = 'What changed:'

function briefingsInWords(titles: readonly string[]): string {
  const others = titles.length - MOST_NAMES
  const shown = titles.slice(0, MOST_NAMES).map((title) => `“${title}”`)
  const rest = others === 1 ? 'another briefing' : `${others} other briefings`
  return `updates to ${inWords.format(others > 0 ? [...shown, rest] : shown)}`
}

type Wished = Pick<BulletinView, 'topics' | 'series' | 'briefings' | 'isFollowedAlone'>

function wishesOf({ topics, series = [], briefings = [], isFollowedAlone }: Wished): string[] {
  const ofTopics = topics.length > 0 ? `news on ${inWords.format(topics)}` : 'news on all topics'
  const ofSeries = `what is new in the series ${inWords.format(series)}`
  return [
    ...(isFollowedAlone ? [] : [ofTopics]),
    ...(series.length > 0 ? [ofSeries] : []),
    ...(briefings.length > 0 ? [briefingsInWords(briefings)] : []),
  ]
}

/** What a reader asked for, by name: “news on Housing; what is new in the series Ideas in Practice”. */
export const wishesInWords = (wishes: Wished): string =>
  wishesOf(wishes).join('; ') || 'what you follow'

/** Why the reader gets the mail. */
export const reasonOf = (view: Wished): string =>
  `You get this because you asked for ${wishesInWords(view)}.`

export const moreOf = ({ more }: BulletinView): string | null =>
  more > 0 ? `And ${more} more on the site.` : null

export const moreOfSearch = ({ name, more }: BulletinSearch): string | null =>
  more > 0 ? `And ${more} more found by “${name}”.` : null

export const moreFoundOf = ({ moreFound }: BulletinView): string | null =>
  moreFound > 0 ? `And ${moreFound} more found by your other searches.` : null

export const moreArticlesOf = ({ moreArticles }: BulletinView): string | null =>
  moreArticles > 0 ? `And ${moreArticles} more on the blog.` : null
