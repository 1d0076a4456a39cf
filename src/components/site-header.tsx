import type { Viewer } from '@/access/viewer'
import { NavLink } from './nav-link'
import { SearchBox } from './search-box'
import { Wordmark } from './wordmark'

const SECTIONS = [
  { href: '/briefings', label: 'Briefings' },
  { href: '/topics', label: 'Topics' },
  { href: '/blog', label: 'Blog' },
  { href: '/bulletin', label: 'Bulletin' },
]

function accountLink(viewer: Viewer): { href: string; label: string; about?: string } {
  if (viewer.kind === 'staff') return { href: '/admin', label: 'Officers’ desk' }
  if (viewer.kind === 'member')
    return { href: '/account', label: viewer.member.name, about: 'Your account: ' }
  return { href: '/sign-in', label: 'Sign in' }
}

const Sections = ({ className }: { readonly className: string }) => (
  <ul className={className}>
    {SECTIONS.map((section) => (
      <li key={section.href}>
        <NavLink {...section} />
      </li>
    ))}
  </ul>
)

export function SiteHeader({ viewer }: { readonly viewer: Viewer }) {
  const account = accountLink(viewer)
  return (
    <header className="border-b border-rule font-sans text-ui print:border-0">
      <a
        href="#content"
        className="sr-only bg-paper px-4 py-2 font-semibold text-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10"
      >
        Skip to content
      </a>
      <div className="mx-auto flex w-full max-w-page items-center gap-x-8 px-5 py-1.5">
        <a
          href="/"
          aria-label="Signpost, home"
          className="inline-flex min-h-[44px] items-center no-underline"
        >
          <Wordmark />
        </a>
        <nav aria-label="Main" className="hidden grow lg:block print:hidden">
          <Sections className="flex gap-x-7" />
        </nav>
        <SearchBox id="header-search" className="hidden w-64 lg:flex print:hidden" />
        <a
          href={account.href}
          className="hidden min-h-[44px] max-w-48 items-center truncate font-semibold text-accent no-underline hover:underline lg:inline-flex print:hidden"
        >
          {account.about ? <span className="sr-only">{account.about}</span> : null}
          {account.label}
        </a>
        <a
          href="/briefings"
          aria-label="Search the briefings"
          className="ml-auto inline-flex size-11 items-center justify-center text-accent lg:hidden print:hidden"
        >
          <svg
            viewBox="0 0 20 20"
            aria-hidden="true"
            className="size-5 fill-none stroke-current stroke-2"
          >
            <circle cx="8.5" cy="8.5" r="5.5" />
            <path d="m13 13 5 5" />
          </svg>
        </a>
        <details className="group -ml-4 lg:hidden print:hidden">
          <summary className="flex min-h-[44px] items-center gap-2 px-1 font-semibold text-accent">
            <svg viewBox="0 0 20 20" aria-hidden="true" className="size-5 stroke-current stroke-2">
              <path d="M2 5h16M2 10h16M2 15h16" />
            </svg>
            Menu
          </summary>
          <div className="absolute inset-x-0 z-10 border-b border-rule bg-paper px-5 pt-3 pb-6 group-open:block">
            <SearchBox id="menu-search" className="mb-3" />
            <nav aria-label="Main">
              <Sections className="divide-y divide-rule border-y border-rule" />
            </nav>
            <a
              href={account.href}
              className="mt-3 inline-flex min-h-[44px] items-center font-semibold text-accent no-underline"
            >
              {account.about ? <span className="sr-only">{account.about}</span> : null}
              {account.label}
            </a>
          </div>
        </details>
      </div>
    </header>
  )
}
