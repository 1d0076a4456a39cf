import { blocksOf, plainText } from '@/lib/lexical/nodes'
import { headingsOf } from '@/lib/lexical/outline'
import type { Passage } from './search-document'

const WORDS_A_PASSAGE = 300

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length

type Piece = { readonly heading: string; readonly anchor: string | null; readonly text: string }

/** The blocks of a body, each under its heading. Headings themselves hold no text of their own. */
function piecesOf(body: unknown): Piece[] {
  const headings = headingsOf(body)[Symbol.iterator]()
  let above: Pick<Piece, 'heading' | 'anchor'> = { heading: '', anchor: null }
  const pieces: Piece[] = []
  for (const block of blocksOf(body)) {
    const text = plainText([block])
    if (text === '') continue
    if (block.type !== 'heading') {
      pieces.push({ ...above, text })
      continue
    }
    const { value } = headings.next()
    above = { heading: text, anchor: value?.anchor ?? null }
    pieces.push({ ...above, text: '' })
  }
  return pieces
}

/** A block longer than a passage, in several. */
function split(piece: Piece): Piece[] {
  const words = piece.text.split(/\s+/)
  if (words.length <= WORDS_A_PASSAGE) return [piece]
  const parts = Math.ceil(words.length / WORDS_A_PASSAGE)
  return Array.from({ length: parts }, (_, part) => ({
    ...piece,
    text: words.slice(part * WORDS_A_PASSAGE, (part + 1) * WORDS_A_PASSAGE).join(' '),
  }))
}

/**
 * A body as passages of about 300 words: none reaches over a heading, and none is lost, a heading without text included.
 */
export function cutPassages(body: unknown): Passage[] {
  const passages: Piece[] = []
  for (const piece of piecesOf(body).flatMap(split)) {
    const last = passages.at(-1)
    const belongs = last?.heading === piece.heading && last.anchor === piece.anchor
    const fits = countWords(`${last?.text ?? ''} ${piece.text}`) <= WORDS_A_PASSAGE
    if (last && belongs && fits) {
      passages[passages.length - 1] = { ...last, text: `${last.text}\n${piece.text}`.trim() }
    } else {
      passages.push(piece)
    }
  }
  return passages
}
