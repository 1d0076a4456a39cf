/**
 * What `toPublicPart` reads of a briefing, as a `select`: the body and the evidence stay in the database.
 *
 * Authors are read apart, since staff rows are not the public's to read.
 */
export const PUBLIC_FIELDS = {
  reference: true,
  slug: true,
  title: true,
  summary: true,
  type: true,
  series: true,
  topics: true,
  nations: true,
  publishedAt: true,
  revisedAt: true,
  readingMinutes: true,
  headingCount: true,
  caseStudyCount: true,
  sourceCount: true,
  createdAt: true,
} as const

/** What pages name of the rows a briefing or an article refers to, as a `populate`. */
export const NAMES_OF_REFERENCES = {
  staff: { name: true },
  topics: { name: true, slug: true },
  briefings: { title: true, slug: true },
  articles: { title: true, slug: true },
} as const
