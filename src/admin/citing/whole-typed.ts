import { $isTextNode, type TextNode } from '@payloadcms/richtext-lexical/lexical'
import { unfinishedCitation } from '@/sources/typed-citation'

/**
 * All that was typed of a citation, as one node, and its words after `[@`.
 *
 * The list learns of what is typed a moment later, so that a quick Enter cuts as many signs from the end as it knew of: what is
 * left of the citation stands before them. Runs within an update of the editor.
 */
export function $wholeTyped(cut: TextNode): { readonly node: TextNode; readonly typed: string } {
  const before = cut.getPreviousSibling()
  const lead = $isTextNode(before) ? before.getTextContent() : ''
  const unfinished = unfinishedCitation(lead + cut.getTextContent())
  if (!unfinished) return { node: cut, typed: '' }
  const { start, typed } = unfinished
  if ($isTextNode(before) && start < lead.length) {
    const left = start === 0 ? before : before.splitText(start)[1]
    cut.setTextContent(`${left?.getTextContent() ?? ''}${cut.getTextContent()}`)
    left?.remove()
  }
  return { node: cut, typed }
}
