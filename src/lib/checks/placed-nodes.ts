import { blocksOf, everyNode, type LexicalNode, plainText } from '../lexical/nodes'

const SHOWN = 60

/** Words of somebody, cut short where they are many. */
export const quoted = (text: string): string =>
  `“${text.length > SHOWN ? `${text.slice(0, SHOWN - 1).trimEnd()}…` : text}”`

/** Where in the text a node stands, in words: the heading above it. */
export type Placed = { readonly node: LexicalNode; readonly place: string }

/** Every node of a document in reading order, each with its place. */
export function* placedNodes(document: unknown): Generator<Placed> {
  let place = 'at the beginning of the text'
  for (const block of blocksOf(document)) {
    if (block.type === 'heading') place = `under ${quoted(plainText([block]))}`
    for (const node of everyNode([block])) yield { node, place }
  }
}
