import type { ReactNode } from 'react'
import type { NamedLink } from '@/access/to-public-part'
import { Wordmark } from './wordmark'

const PRACTICAL = [
  { href: '/about', label: 'About Signpost' },
  { href: '/contact', label: 'Contact' },
  { href: '/accessibility', label: 'Accessibility' },
  { href: '/privacy', label: 'Privacy' },
  { href: '/terms', label: 'Terms' },
  { href: '/feeds/briefings.xml', label: 'Feed of briefings' },
  { href: '/feeds/articles.xml', label: 'Feed of articles' },
]

type Column = { readonly title: string; readonly links: readonly { href: string; label: string }[] }

const LinkColumn = ({ title, links }: Column) => (
  <nav aria-label={title}>
    <h2 className="mb-2 font-semibold">{title}</h2>
    <ul>
      {links.map(({ href, label }) => (
        <li key={href}>
          <FooterLink href={href}>{label}</FooterLink>
        </li>
      ))}
    </ul>
  </nav>
)

const FooterLink = ({
  href,
  children,
}: {
  readonly href: string
  readonly children: ReactNode
}) => (
  <a
    href={href}
    className="inline-block py-1 text-quiet no-underline hover:text-accent hover:underline"
  >
    {children}
  </a>
)

export const SiteFooter = ({ topics }: { readonly topics: readonly NamedLink[] }) => (
  <footer className="mt-auto border-t border-rule font-sans text-ui print:hidden">
    <div className="mx-auto grid w-full max-w-page gap-x-12 gap-y-10 px-5 py-12 md:grid-cols-[2fr_1fr_1fr]">
      <div className="max-w-96">
        <Wordmark />
        <p className="mt-3 text-quiet">
          Policy and research briefings for people who run public services, written by research
          officers and kept up to date.
        </p>
        <p className="mt-3">
          <a href="/join" className="plain-link">
            How to join
          </a>
        </p>
        <p className="mt-6 text-sm text-quiet">
          The content of this service is for demonstration. Check a source before you rely on it.
        </p>
      </div>
      <LinkColumn
        title="Topics"
        links={topics
          .map(({ slug, name }) => ({ href: `/topics/${slug}`, label: name }))
          .concat({ href: '/topics', label: 'All topics' })}
      />
      <LinkColumn title="Practical" links={PRACTICAL} />
    </div>
  </footer>
)
