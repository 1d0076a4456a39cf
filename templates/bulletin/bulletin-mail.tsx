import type { ReactNode } from 'react'
import { MailFrame } from '../mail/frame'
import { palette, sans, serif } from '../mail/palette'
import { Heading, Paragraph, Quiet } from '../mail/parts'
import { renderMail } from '../render-mail'
import { bulletinText } from './bulletin-text'
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

const Entry = ({ entry }: { readonly entry: BulletinEntry }) => (
  <>
    <h2
      className="ink"
      style={{ margin: '20px 0 4px', font: `bold 20px/1.3 ${serif}`, color: palette.ink }}
    >
      <a href={entry.url} className="accent" style={{ color: palette.accent }}>
        {entry.title}
      </a>
    </h2>
    <Quiet>{factsOf(entry)}</Quiet>
    <Paragraph>{entry.summary}</Paragraph>
  </>
)

type SectionProps = { readonly heading: string; readonly entries: readonly BulletinEntry[] }

const Section = ({ heading, entries }: SectionProps) => (
  <>
    <p
      className="quiet rule"
      style={{
        margin: '28px 0 0',
        paddingTop: '12px',
        borderTop: `1px solid ${palette.rule}`,
        font: `bold 15px/1.5 ${sans}`,
        color: palette.quiet,
      }}
    >
      {heading}
    </p>
    {entries.map((entry) => (
      <Entry key={entry.url} entry={entry} />
    ))}
  </>
)

type LinkProps = { readonly href: string; readonly children: ReactNode }

const Link = ({ href, children }: LinkProps) => (
  <a href={href} className="accent" style={{ color: palette.accent, lineHeight: '28px' }}>
    {children}
  </a>
)

const FooterLink = (link: LinkProps) => (
  <Quiet>
    <Link {...link} />
  </Quiet>
)

const SearchFinds = ({ search }: { readonly search: BulletinSearch }) => (
  <>
    <p
      className="ink"
      style={{ margin: '16px 0 0', font: `bold 16px/1.5 ${sans}`, color: palette.ink }}
    >
      {searchHeadingOf(search)}
    </p>
    {search.entries.map((entry) => (
      <Entry key={entry.url} entry={entry} />
    ))}
    {search.more > 0 && <FooterLink href={search.url}>{moreOfSearch(search)}</FooterLink>}
  </>
)

const Searches = ({ view }: { readonly view: BulletinView }) => (
  <>
    <Section heading={SEARCHES_HEADING} entries={[]} />
    {view.searches.map((search) => (
      <SearchFinds key={search.url} search={search} />
    ))}
    {view.moreFound > 0 && <FooterLink href={view.searchesUrl}>{moreFoundOf(view)}</FooterLink>}
  </>
)

const Footer = ({ view }: { readonly view: BulletinView }) => (
  <>
    <Quiet>{reasonOf(view)}</Quiet>
    <Quiet>
      <Link href={view.preferencesUrl}>Change topics</Link>
      {' · '}
      <Link href={`${view.preferencesUrl}#pause`}>Pause for four weeks</Link>
      {' · '}
      <Link href={`${view.preferencesUrl}#unsubscribe`}>Unsubscribe</Link>
    </Quiet>
  </>
)

/** Keeps a date on one line. */
const NO_BREAK = '\u00a0'

const firstTitles = ({ groups, searches, carried }: BulletinView): string =>
  [...[...groups, ...searches].flatMap(({ entries }) => entries), ...carried]
    .slice(0, 2)
    .map(({ title }) => title)
    .join(' · ')

/** The weekly Bulletin. Public parts alone: whoever it is passed on to learns nothing a visitor may not. */
export const BulletinMail = ({ view }: { readonly view: BulletinView }) => (
  <MailFrame
    title={`Signpost Bulletin, ${view.date}`}
    preview={firstTitles(view)}
    siteUrl={view.siteUrl}
    postalAddress={view.postalAddress}
    footer={<Footer view={view} />}
    afterAddress={<FooterLink href={view.webUrl}>Read it on the site</FooterLink>}
  >
    <Heading>{`Bulletin, ${view.date.replaceAll(' ', NO_BREAK)}`}</Heading>
    {view.groups.map(({ heading, entries }) => (
      <Section key={heading} heading={heading} entries={entries} />
    ))}
    {view.searches.length + view.moreFound > 0 && <Searches view={view} />}
    {view.carried.length > 0 && <Section heading={CARRIED_HEADING} entries={view.carried} />}
    {moreOf(view) && <FooterLink href={`${view.siteUrl}/briefings`}>{moreOf(view)}</FooterLink>}
  </MailFrame>
)

/** The whole mail from one view: subject, HTML and text, the same content in the same order. */
export async function bulletinMail(view: BulletinView) {
  const { html } = await renderMail(<BulletinMail view={view} />)
  return { subject: view.subject, html, text: bulletinText(view) }
}
