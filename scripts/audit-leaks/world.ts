import type { Mark } from './marks'
import type { PersonaName } from './personas'

export type Planted = { readonly id: string; readonly slug: string }

/** A field of the schema by the name a query calls it, and a guess at what stands in it that is right. */
export type SchemaPath = {
  readonly collection: string
  readonly path: string
  readonly guess: string
  /** Collections a reference leads to, whose fields a query may ask about through it. */
  readonly leadsTo: readonly string[]
}

/** The secret part of links that came to somebody by mail, each by the page it opens. Nobody has pressed anything there. */
export type Tokens = Readonly<Record<'colleague' | 'preferences' | 'signIn', string>>

/** What the planting hands to the walk. */
export type World = {
  readonly marks: readonly Mark[]
  readonly schema: readonly SchemaPath[]
  /** The cookie of each member’s session, and that of the pass. */
  readonly memberCookies: Readonly<Partial<Record<PersonaName, string>>>
  readonly staff: Readonly<Partial<Record<PersonaName, { email: string; password: string }>>>
  readonly memberAddress: string
  readonly tokens: Tokens
  /** The issue that was sent, by the last part of its page’s address; empty until one is. */
  readonly issue: string
  /** One row of each collection, by slug. */
  readonly rows: Readonly<Record<string, string>>
  readonly briefings: Readonly<Record<'live' | 'lent' | 'draft' | 'future' | 'takenBack', Planted>>
  readonly articles: Readonly<Record<'live' | 'draft' | 'future', Planted>>
  readonly attachments: Readonly<Record<'live' | 'draft' | 'figure', string>>
  readonly files: Readonly<Record<'attachment' | 'orphan' | 'orphanPicture' | 'picture', string>>
  readonly slugs: Readonly<Record<'topic' | 'series' | 'officer', string>>
}
