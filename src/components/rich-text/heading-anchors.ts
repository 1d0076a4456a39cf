import { blocksOf, type LexicalNode, plainText } from '@/lib/lexical/nodes'
import { headingsOf } from '@/lib/lexical/outline'

/** The anchor of each heading that has words, by its node: the same anchors as the contents list and the search have. */
export function anchorsByHeading(document: unknown): ReadonlyMap<LexicalNode, string> {
  const nodes = blocksOf(document).filter(
    (node) => node.type === 'heading' && plainText([node]) !== '',
  )
  return new Map(
    headingsOf(document).map(({ anchor }, index) => [nodes[index] ?? { type: '' }, anchor]),
  )
}
