import type { ReactNode } from 'react'
import { DeskPage, type DeskViewProps } from '@/admin/desk-page'
import { toLongDate } from '@/lib/london-time'
import type { Staff } from '@/payload-types'

type FrameProps = DeskViewProps & { readonly children: ReactNode }

/** A page of the Bulletin within the desk. */
export const Frame = (props: FrameProps) => <DeskPage {...props} className="signpost-bulletin" />

/** Editors and administrators steer; officers look. */
export const mayEdit = ({ role }: Pick<Staff, 'role'>): boolean => role !== 'officer'

type Asked = Record<string, string | string[] | undefined> | undefined

/** One parameter of the address. */
export const askedFor = (searchParams: Asked, name: string): string => {
  const value = searchParams?.[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** As it stands in an address. */
export const dateOf = (issue: { readonly key: string }): string => issue.key.replace(/^weekly:/, '')

/** `27 November 2026`, for people. */
export const dayOf = (issue: { readonly key: string }): string => toLongDate(dateOf(issue))
