import Link from 'next/link'

/** The way to the Bulletin: the coming issue, those that went out, and who got what. */
export const BulletinNavLink = () => (
  <Link className="nav__link" href="/admin/bulletin" prefetch={false}>
    <span className="nav__link-label">Bulletin</span>
  </Link>
)
