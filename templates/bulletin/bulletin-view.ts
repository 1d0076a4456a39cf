/** One briefing in the mail: its public part, what editors say of it, and what changed if they let that into the mail. */
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
  /** The editors' own line. */
  readonly note: string | null
  /** Member text. */
  readonly changeNote: string | null
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

export type BulletinArticle = {
  readonly title: string
  /** Absolute. */
  readonly url: string
  readonly summary: string
}

/** Something that is going to happen, in the editors' words. */
export type BulletinDevelopment = {
  /** “8 December 2026”. */
  readonly date: string
  readonly text: string
  readonly url: string | null
}

/** All that a Bulletin says. Addresses are absolute; those of one reader end in that reader's token. */
export type BulletinView = {
  /** “27 November 2026”. */
  readonly date: string
  readonly subject: string
  /** The editors' words above the list, a paragraph each. */
  readonly introduction: readonly string[]
  readonly groups: readonly BulletinGroup[]
  readonly searches: readonly BulletinSearch[]
  /** What an earlier issue may not have brought. */
  readonly carried: readonly BulletinEntry[]
  /** How many more there are than the mail shows. */
  readonly more: number
  /** How many were found by searches the mail has no room for. */
  readonly moreFound: number
  readonly coming: readonly BulletinDevelopment[]
  readonly articles: readonly BulletinArticle[]
  readonly moreArticles: number
  /** Where the reader's saved searches are listed. */
  readonly searchesUrl: string
  /** Names of the reader's topics; none means all. */
  readonly topics: readonly string[]
  /** Names of the series the reader follows, and titles of the briefings. */
  readonly series?: readonly string[]
  readonly briefings?: readonly string[]
  /** Whether these alone bring news, and no topic. */
  readonly isFollowedAlone?: boolean
  readonly siteUrl: string
  readonly webUrl: string
  readonly preferencesUrl: string
  readonly postalAddress: string
}
