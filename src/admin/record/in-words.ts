import type { Payload } from 'payload'
import type { AuditEvent } from '@/payload-types'

/** Somebody or something of an entry: what it is, how it is called, and where it is found, where it can be. */
export type Named = {
  readonly kind: string
  /** Its name at the time; of members, and of what has no name, the beginning of the id. */
  readonly name: string | null
  readonly href: string | null
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** A text with each long id in it cut to its beginning, by which a search finds it too. */
export const withShortIds = (text: string): string => text.replace(ID, (id) => `${id.slice(0, 8)}…`)

const BY = {
  staff: 'Staff',
  member: 'Member',
  service: 'The service',
  unknown: 'Somebody unknown',
} as const satisfies Record<AuditEvent['byKind'], string>

const PAGES = { staff: 'staff', member: 'members' } as const

type By = Pick<AuditEvent, 'byKind' | 'byName' | 'byId'>

/** By whom. The service needs no name besides. */
export function byWhom({ byKind, byName, byId }: By): Named {
  const page = byKind === 'staff' || byKind === 'member' ? PAGES[byKind] : null
  return {
    kind: BY[byKind],
    name: byKind === 'service' ? null : (byName ?? (byId ? withShortIds(byId) : null)),
    href: page && byId ? `/admin/collections/${page}/${byId}` : null,
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type On = Pick<AuditEvent, 'onKind' | 'onName' | 'onId'>

/**
 * On whom or what, or null where an entry is about nobody and nothing else.
 * @param singularOf what one row of a collection is called, or undefined where there is no such collection
 */
export function onWhat(
  { onKind, onName, onId }: On,
  singularOf: (slug: string) => string | undefined,
): Named | null {
  if (!onKind) return null
  const name = onName ?? (onId ? withShortIds(onId) : null)
  if (onKind === 'bulletin-issues') {
    return { kind: 'Issue', name, href: onId ? `/admin/bulletin/${onId}` : null }
  }
  const singular = singularOf(onKind)
  return {
    kind: singular ?? capital(onKind),
    name,
    href: singular && onId ? `/admin/collections/${onKind}/${onId}` : null,
  }
}

/** What the desk calls one row of each collection. */
export const singularOfCollections =
  (payload: Payload) =>
  (slug: string): string | undefined => {
    const collections: Record<string, { config: { labels: { singular: unknown } } } | undefined> =
      payload.collections
    const singular = collections[slug]?.config.labels.singular
    return typeof singular === 'string' ? singular : undefined
  }
