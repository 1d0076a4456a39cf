import Link from 'next/link'

/** The way to the report of searches, beside what else editors steer the search by. */
export const SearchesNavLink = () => (
  <Link className="nav__link" href="/admin/searches" prefetch={false}>
    <span className="nav__link-label">Searches</span>
  </Link>
)
