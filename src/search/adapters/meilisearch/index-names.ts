import type { Audience } from '@/access/viewer'

/** Begins the names of a site's indexes. */
export const DEFAULT_PREFIX = 'signpost'

export const AUDIENCES: readonly Audience[] = ['public', 'members']

/** The index of one audience. Several sites may share a server, each with a prefix of its own. */
export const indexName = (prefix: string, audience: Audience): string => `${prefix}_${audience}`

const BEING_BUILT = '_next_'

/** An index that is being built to take the place of another. */
export const nextName = (current: string, build: string): string => current + BEING_BUILT + build

export const isBeingBuilt = (prefix: string, name: string): boolean =>
  AUDIENCES.some((audience) => name.startsWith(nextName(indexName(prefix, audience), '')))
