import Link from 'next/link'
import type { ServerProps } from 'payload'

/** The way to the table of the leak audit, for administrators. */
export const LeakAuditNavLink = ({ user }: Pick<ServerProps, 'user'>) =>
  user?.collection === 'staff' && user.role === 'administrator' ? (
    <Link className="nav__link" href="/admin/leak-audit" prefetch={false}>
      <span className="nav__link-label">Leak audit</span>
    </Link>
  ) : null
