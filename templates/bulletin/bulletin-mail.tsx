import { MailFrame } from '../mail/frame'
import { palette, sans } from '../mail/palette'
import { Heading, LinkLine, Paragraph, Quiet } from '../mail/parts'
import { renderMail } from '../render-mail'
import { bulletinText } from './bulletin-text'
import type { BulletinSearch, BulletinView } from './bulletin-view'
import { Coming, Articles } from './coming-and-articles'
import { Entry, Section, SectionHeading } from './entry'
import { isolateView } from './isolate-view'
import {
  CARRIED_HEADING,
  moreFoundOf,
  moreOf,
  moreOfSearch,
  reasonOf,
  searchHeadingOf,
  SEARCHES_HEADING,
} from './wording'

const SearchFinds = ({ search }: { readonly search: BulletinSearch }) => (
  <>
    <h3
      className="ink"
      style={{ margin: '16px 0 0', font: `bold 16px/1.5 ${sans}`, color: palette.ink }}
    >
      {searchHeadingOf(search)}
    </h3>
    {search.entries.map((entry) => (
      <Entry key={entry.url} entry={entry} level={4} />
    ))}
    {search.more > 0 && <LinkLine href={search.url}>{moreOfSearch(search)}</LinkLine>}
  </>
)

const Searches = ({ view }: { readonly view: BulletinView }) => (
  <>
    <SectionHeading>{SEARCHES_HEADING}</SectionHeading>
    {view.searches.map((search) => (
      <SearchFinds key={search.url} search={search} />
    ))}
    {view.moreFound > 0 && <LinkLine href={view.searchesUrl}>{moreFoundOf(view)}</LinkLine>}
  </>
)

const Footer = ({ view }: { readonly view: BulletinView }) => (
  <>
    <Quiet>{reasonOf(view)}</Quiet>
    <LinkLine href={view.preferencesUrl}>Change topics</LinkLine>
    <LinkLine href={`${view.preferencesUrl}#pause`}>Pause for four weeks</LinkLine>
    <LinkLine href={`${view.preferencesUrl}#unsubscribe`}>Unsubscribe</LinkLine>
  </>
)

/** Keeps a date on one line. */
const NO_BREAK = '\u00a0'

const firstTitles = ({ groups, searches, carried }: BulletinView): string =>
  [...[...groups, ...searches].flatMap(({ entries }) => entries), ...carried]
    .slice(0, 2)
    .map(({ title }) => title)
    .join(', ')

/**
 * The weekly Bulletin. Public parts, and change notes where editors let them in: whoever it is passed on to learns
 * nothing else that a visitor may not.
 */
export const BulletinMail = ({ view }: { readonly view: BulletinView }) => (
  <MailFrame
    title={`Signpost Bulletin, ${view.date}`}
    preview={firstTitles(view)}
    siteUrl={view.siteUrl}
    postalAddress={view.postalAddress}
    footer={<Footer view={view} />}
    afterAddress={<LinkLine href={view.webUrl}>Read it on the site</LinkLine>}
  >
    <Heading>{`Bulletin, ${view.date.replaceAll(' ', NO_BREAK)}`}</Heading>
    {view.introduction.map((paragraph) => (
      <Paragraph key={paragraph}>{paragraph}</Paragraph>
    ))}
    {view.groups.map(({ heading, entries }) => (
      <Section key={heading} heading={heading} entries={entries} />
    ))}
    {view.searches.length + view.moreFound > 0 && <Searches view={view} />}
    {view.carried.length > 0 && <Section heading={CARRIED_HEADING} entries={view.carried} />}
    {moreOf(view) && <LinkLine href={`${view.siteUrl}/briefings`}>{moreOf(view)}</LinkLine>}
    <Coming coming={view.coming} />
    <Articles view={view} />
  </MailFrame>
)

/** The whole mail from one view: subject, HTML and text, the same content in the same order. */
export async function bulletinMail(given: BulletinView) {
  const view = isolateView(given)
  const { html } = await renderMail(<BulletinMail view={view} />)
  return { subject: view.subject, html, text: bulletinText(view) }
}
