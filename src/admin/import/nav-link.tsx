import Link from 'next/link'
import type { ServerProps } from 'payload'
import { isEditor } from '@/access/who'

/** The way to bringing an archive in, for editors. */
export const ImportNavLink = ({ user }: Pick<ServerProps, 'user'>) =>
  isEditor(user ?? null) ? (
    <Link className="nav__link" href="/admin/import" prefetch={false}>
      <span className="nav__link-label">Bring an archive in</span>
    </Link>
  ) : null
