import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { plugins } from '@citation-js/core'

/** One reference of a text: as the library read it, or where it stands and how to mend it. */
export type FoundRecord =
  | { readonly kind: 'read'; readonly record: unknown }
  | {
      readonly kind: 'damaged'
      /** The first words of it, to find it by. */
      readonly begins: string
      readonly mend: string
    }

type Format = {
  readonly type: string
  /** Where each reference begins. */
  readonly begins: RegExp
  readonly mend: string
}

const RIS: Format = {
  type: '@ris/file',
  begins: /^TY {2}-/m,
  mend: 'Each line of RIS is two letters, two spaces, a hyphen and the words; the last is “ER  -”.',
}

const BIBTEX: Format = {
  type: '@bibtex/text',
  begins: /^[ \t]*@(?!string|comment|preamble)[a-z]+\s*[{(]/im,
  mend: 'See that its brackets close, and that a comma stands between its fields.',
}

// The type is forced, since the library would fetch a text that is an address.
const parsed = (text: string, { type }: Format): unknown[] =>
  plugins.input.chain(text, { forceType: type, generateGraph: false })

const read = (record: unknown): FoundRecord => ({ kind: 'read', record })

const FIRST_WORDS = 40

function damaged(piece: string, { mend }: Format): FoundRecord {
  const begins = piece.replace(/\s+/g, ' ').trim().slice(0, FIRST_WORDS)
  return { kind: 'damaged', begins, mend }
}

/** What stands before the first reference (BibTeX keeps its abbreviations there), and each reference by itself. */
function piecesOf(text: string, { begins }: Format): { head: string; pieces: string[] } {
  const [head = '', ...pieces] = text.split(new RegExp(`(?=${begins.source})`, begins.flags))
  return begins.test(head) ? { head: '', pieces: [head, ...pieces] } : { head, pieces }
}

function oneByOne(text: string, format: Format): FoundRecord[] {
  const { head, pieces } = piecesOf(text, format)
  return pieces.flatMap((piece): FoundRecord[] => {
    try {
      const records = parsed(`${head}${piece}`, format)
      return records.length > 0 ? records.map(read) : [damaged(piece, format)]
    } catch {
      return [damaged(piece, format)]
    }
  })
}

function recordsOfFormat(text: string, format: Format): FoundRecord[] | null {
  const { pieces } = piecesOf(text, format)
  if (pieces.length === 0) return null
  try {
    const records = parsed(text, format)
    if (records.length === pieces.length) return records.map(read)
  } catch {
    // Read one by one below, so that a single fault does not take the others with it.
  }
  return oneByOne(text, format)
}

/**
 * The references of a text in BibTeX, RIS or CSL-JSON, or null where it is none of them.
 *
 * Reads words alone: nothing is fetched and nothing in them is run.
 */
export function recordsIn(text: string): FoundRecord[] | null {
  const start = text.trimStart()
  if (!/^[[{]/.test(start)) {
    return recordsOfFormat(start, RIS.begins.test(start) ? RIS : BIBTEX)
  }
  try {
    const records = [JSON.parse(start) as unknown].flat()
    return records.length > 0 ? records.map(read) : null
  } catch {
    return null
  }
}
