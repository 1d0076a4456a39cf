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
}

export type BulletinGroup = { readonly heading: string; readonly entries: readonly BulletinEntry[] }

/** All that a Bulletin says. Addresses are absolute; those of one reader end in that reader's token. */
export type BulletinView = {
  /** “27 November 2026”. */
  readonly date: string
  readonly subject: string
  readonly groups: readonly BulletinGroup[]
  /** What an earlier issue may not have brought. */
  readonly carried: readonly BulletinEntry[]
  /** How many more there are than the mail shows. */
  readonly more: number
  /** Names of the reader's topics; none means all. */
  readonly topics: readonly string[]
  readonly siteUrl: string
  readonly webUrl: string
  readonly preferencesUrl: string
  readonly postalAddress: string
}

export const CARRIED_HEADING = 'From last week, in case it did not reach you'

export const factsOf = ({ isUpdate, readingMinutes, alsoIn }: BulletinEntry): string =>
  [
    isUpdate ? 'Updated' : 'New',
    `${readingMinutes} minutes’ reading`.replace(/^1 minutes’/, '1 minute’s'),
    ...(alsoIn.length > 0 ? [`also in ${alsoIn.join(', ')}`] : []),
  ].join(' · ')

const inWords = new Intl.ListFormat('en-GB', { type: 'conjunction' })

export const reasonOf = ({ topics }: BulletinView): string =>
  topics.length > 0
    ? `You get this because you asked for news on ${inWords.format(topics)}.`
    : 'You get this because you asked for news on all topics.'

export const moreOf = ({ more }: BulletinView): string | null =>
  more > 0 ? `And ${more} more on the site.` : null
