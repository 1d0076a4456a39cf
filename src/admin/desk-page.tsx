import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import type { Staff } from '@/payload-types'

/** What Payload hands to a view of ours. */
export type DeskViewProps = Pick<AdminViewServerProps, 'initPageResult' | 'params' | 'searchParams'>

/** A page of ours within the desk. */
export const DeskPage = ({
  initPageResult: { req, permissions, visibleEntities, locale },
  params,
  searchParams,
  className,
  children,
}: DeskViewProps & { readonly className: string; readonly children: ReactNode }) => (
  <DefaultTemplate
    i18n={req.i18n}
    locale={locale}
    params={params}
    payload={req.payload}
    permissions={permissions}
    req={req}
    searchParams={searchParams}
    user={req.user ?? undefined}
    visibleEntities={{ ...visibleEntities }}
  >
    <div className={`${className} gutter--left gutter--right`}>{children}</div>
  </DefaultTemplate>
)

/**
 * Who looks at a page. Payload lets anybody through to a view of ours: others are led to sign in.
 * @param path of the page, below `/admin/`
 */
export function staffAt(
  { initPageResult: { req } }: Pick<DeskViewProps, 'initPageResult'>,
  path: string,
): Staff {
  const { user } = req
  if (user?.collection !== 'staff')
    redirect(`/admin/login?redirect=${encodeURIComponent(`/admin/${path}`)}`)
  return user
}
