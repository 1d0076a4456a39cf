/** What somebody typed into the search box, understood. Every list may be empty; nothing in it is safe to run. */
export type ParsedQuery = {
  /** As typed, in plain quotation marks and without what cannot be seen. */
  readonly text: string
  readonly words: readonly string[]
  /** True where the last word may not be finished. */
  readonly isLastWordOpen: boolean
  readonly phrases: readonly string[]
  /** Words and phrases that must not stand in a briefing. */
  readonly excluded: readonly string[]
  readonly references: readonly string[]
  readonly authors: readonly string[]
  readonly types: readonly string[]
}

const MOST_CHARACTERS = 400
const MOST_TERMS = 32

const TOKEN = /(-)?(?:(ref|author|type):)?(?:"([^"]*)"|(\S+))/giu
const HOLDS_A_WORD = /[\p{L}\p{N}]/u

/** Plain quotation marks, no control, direction or private-use characters, single spaces, at most 400 characters. */
export const normaliseQuery = (raw: string): string =>
  raw
    .slice(0, 4 * MOST_CHARACTERS)
    .normalize('NFKC')
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, MOST_CHARACTERS)
    .trimEnd()

const withoutPossessive = (word: string): string => word.replace(/'s?$/i, '')

/** Reads `"exact phrase"`, `-word`, `ref:`, `author:"…"` and `type:`; everything else is a word. Never throws. */
export function parseQuery(raw: string): ParsedQuery {
  const text = normaliseQuery(raw)
  const words: string[] = []
  const phrases: string[] = []
  const excluded: string[] = []
  const fields = { ref: [] as string[], author: [] as string[], type: [] as string[] }
  let isLastWordOpen = false

  for (const [, minus, name, quoted, bare] of [...text.matchAll(TOKEN)].slice(0, MOST_TERMS)) {
    const field = minus ? undefined : name?.toLowerCase()
    const content = (quoted ?? bare ?? '').replaceAll('"', ' ').trim()
    const said = minus && name ? `${name} ${content}` : content
    if (!HOLDS_A_WORD.test(said)) continue
    isLastWordOpen = !minus && !field && quoted === undefined
    if (minus) excluded.push(said)
    else if (field === 'ref' || field === 'author' || field === 'type') fields[field].push(said)
    else if (quoted === undefined) words.push(withoutPossessive(said))
    else phrases.push(said)
  }

  return {
    text,
    words,
    isLastWordOpen: isLastWordOpen && !/\s$/.test(raw),
    phrases,
    excluded,
    references: fields.ref,
    authors: fields.author,
    types: fields.type.map((type) => type.toLowerCase()),
  }
}
