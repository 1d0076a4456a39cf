import { createHash, randomInt } from 'node:crypto'

/**
 * Who may meet what a mark stands for. `own` is its owner and staff, `owner alone` not even staff; the owner of a mark
 * for `members` is who meets it besides them.
 */
export type Audience =
  'public' | 'members' | 'own' | 'owner alone' | 'staff' | 'administrators' | 'nobody'

/** A word, an id or a file name that nobody can guess, standing for one field of one row. */
export type Mark = {
  readonly mark: string
  /** Where it was planted, such as `briefings.body of a draft`. */
  readonly of: string
  readonly audience: Audience
  readonly owner: string | null
  /** A word may be searched for; an id or a hash is only ever read. */
  readonly kind: 'word' | 'id'
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Twenty small letters: whole in an address, in markup, in JSON and in an index. */
export const newWord = (): string =>
  `zq${Array.from({ length: 16 }, () => LETTERS[randomInt(26)]).join('')}qz`

/** Whatever might be a mark: one of our words, an id, a random file name or a hash. */
export const LOOKS_LIKE_A_MARK =
  /zq[a-z]{16}qz|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{24,64}/g

/** What other services make of an address, Gravatar among them. */
export const hashesOf = (address: string): readonly string[] =>
  ['md5', 'sha256'].map((kind) => createHash(kind).update(address).digest('hex'))

export type MarkBook = ReadonlyMap<string, Mark>

export const bookOf = (marks: readonly Mark[]): MarkBook =>
  new Map(marks.map((mark) => [mark.mark.toLowerCase(), mark]))
