import type { ReactNode } from 'react'
import type { NamedLink, PublicBriefing } from '@/access/to-public-part'
import { LongDate } from './date'

const NATIONS: Record<PublicBriefing['nations'][number], string> = {
  england: 'England',
  scotland: 'Scotland',
  wales: 'Wales',
  'northern-ireland': 'Northern Ireland',
}

const nationsInWords = (nations: PublicBriefing['nations']): string =>
  nations.length === 4 ? 'United Kingdom' : nations.map((nation) => NATIONS[nation]).join(', ')

const minutes = (count: number) => (count === 1 ? '1 minute' : `${count} minutes`)

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt className="text-quiet">{name}</dt>
    <dd className="font-semibold">{children}</dd>
  </div>
)

/** Those who signed a text, each a link to their page. */
export const AuthorLinks = ({ authors }: { readonly authors: readonly NamedLink[] }) =>
  authors.map(({ slug, name }, index) => (
    <span key={slug}>
      {index > 0 ? ', ' : null}
      <a href={`/officers/${slug}`} className="plain-link inline-block">
        {name}
      </a>
    </span>
  ))

/** When, where, how long and by whom: the facts a reader judges a briefing by. */
export const FactBar = ({ briefing }: { readonly briefing: PublicBriefing }) => (
  <dl className="mt-6 flex flex-wrap gap-x-10 gap-y-3 border-y border-rule py-3 font-sans text-sm">
    <Fact name="Published">
      <LongDate value={briefing.publishedAt} />
    </Fact>
    {briefing.updatedAt ? (
      <Fact name="Updated">
        <LongDate value={briefing.updatedAt} />
      </Fact>
    ) : null}
    {briefing.nations.length > 0 ? (
      <Fact name="Covers">{nationsInWords(briefing.nations)}</Fact>
    ) : null}
    <Fact name="Reading time">{minutes(briefing.readingMinutes)}</Fact>
    {briefing.authors.length > 0 ? (
      <Fact name="Written by">
        <AuthorLinks authors={briefing.authors} />
      </Fact>
    ) : null}
  </dl>
)
