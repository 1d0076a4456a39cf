import { $isInlineBlockNode } from '@payloadcms/richtext-lexical/client'
import type { EditorState, LexicalNode } from '@payloadcms/richtext-lexical/lexical'
import { $dfsIterator } from '@payloadcms/richtext-lexical/lexical/utils'

const orders = new WeakMap<EditorState, readonly string[]>()

function $sourceCitedBy(node: LexicalNode): string | null {
  if (!$isInlineBlockNode(node)) return null
  const { blockType, source } = node.getFields() as { blockType: string; source?: unknown }
  return blockType === 'citation' && typeof source === 'string' ? source : null
}

function $citedInOrder(): readonly string[] {
  const cited = new Set<string>()
  for (const { node } of $dfsIterator()) {
    const source = $sourceCitedBy(node)
    if (source) cited.add(source)
  }
  return [...cited]
}

/** The ids of the sources a text cites, each once, in the order that numbers them on the page. */
export function citedInOrder(text: EditorState): readonly string[] {
  const order = orders.get(text) ?? text.read($citedInOrder)
  orders.set(text, order)
  return order
}
