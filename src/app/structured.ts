import type { PublicBriefing } from '@/access/to-public-part'
import type { ListedArticle } from '@/articles/public-article'

type Json = Readonly<Record<string, unknown>>

const people = (authors: readonly { name: string; slug: string }[], siteUrl: string) =>
  authors.map(({ name, slug }) => ({
    '@type': 'Person',
    name,
    url: `${siteUrl}/officers/${slug}`,
  }))

const publisher = { '@type': 'Organization', name: 'Signpost' }

/** A briefing for search engines, from its public part alone: the full text is for members, and says so. */
export const structuredBriefing = (briefing: PublicBriefing, siteUrl: string): Json => ({
  '@type': 'Report',
  name: briefing.title,
  headline: briefing.title,
  description: briefing.summary,
  url: siteUrl + briefing.url,
  reportNumber: briefing.reference,
  datePublished: briefing.publishedAt,
  ...(briefing.updatedAt ? { dateModified: briefing.updatedAt } : {}),
  author: people(briefing.authors, siteUrl),
  about: briefing.topics.map(({ name }) => name),
  inLanguage: 'en-GB',
  publisher,
  isAccessibleForFree: false,
  hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.member-text' },
})

export const structuredArticle = (article: ListedArticle, siteUrl: string): Json => ({
  '@type': 'BlogPosting',
  headline: article.title,
  description: article.summary,
  url: siteUrl + article.url,
  datePublished: article.publishedAt,
  author: people(article.authors, siteUrl),
  about: article.topics.map(({ name }) => name),
  inLanguage: 'en-GB',
  publisher,
})

export const structuredTrail = (
  trail: readonly { readonly href: string; readonly label: string }[],
  siteUrl: string,
): Json => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ href, label }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: siteUrl + href,
  })),
})
