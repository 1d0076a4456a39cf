import { LinkLine, Paragraph, TextLink } from '../mail/parts'
import type { BulletinDevelopment, BulletinView } from './bulletin-view'
import { SectionHeading, Title } from './entry'
import { ARTICLES_HEADING, COMING_HEADING, moreArticlesOf } from './wording'

export const Coming = ({ coming }: { readonly coming: readonly BulletinDevelopment[] }) =>
  coming.length === 0 ? null : (
    <>
      <SectionHeading>{COMING_HEADING}</SectionHeading>
      {coming.map(({ date, text, url }) => (
        <Paragraph key={date + text}>
          <strong>{date}:</strong> {url ? <TextLink href={url}>{text}</TextLink> : text}
        </Paragraph>
      ))}
    </>
  )

export const Articles = ({ view }: { readonly view: BulletinView }) =>
  view.articles.length === 0 ? null : (
    <>
      <SectionHeading>{ARTICLES_HEADING}</SectionHeading>
      {view.articles.map(({ title, url, summary }) => (
        <div key={url}>
          <Title href={url}>{title}</Title>
          <Paragraph>{summary}</Paragraph>
        </div>
      ))}
      {view.moreArticles > 0 && (
        <LinkLine href={`${view.siteUrl}/blog`}>{moreArticlesOf(view)}</LinkLine>
      )}
    </>
  )
