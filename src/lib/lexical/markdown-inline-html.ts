import type { PhrasingContent } from 'mdast'
import { FORMAT, lineBreak } from './make-nodes'
import type { MarkdownConversion } from './markdown-conversion'
import type { LexicalNode } from './nodes'

const MARKS: Readonly<Record<string, number>> = {
  b: FORMAT.bold,
  strong: FORMAT.bold,
  i: FORMAT.italic,
  em: FORMAT.italic,
  sub: FORMAT.subscript,
  sup: FORMAT.superscript,
}

const WITHOUT_WORDS = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'svg',
  'noscript',
  'template',
])

type Tag = { readonly name: string; readonly isEnd: boolean }

function tagOf(node: PhrasingContent): Tag | null {
  if (node.type !== 'html') return null
  const [, slash, name] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(node.value) ?? []
  return name ? { name: name.toLowerCase(), isEnd: slash === '/' } : null
}

/**
 * What stands between the tags that Markdown's text may hold, each with the marks of the tags around it.
 *
 * Markdown gives a tag and what it holds as neighbours. What stands within a script or its like is left out.
 */
export function withInlineHtml(
  children: readonly PhrasingContent[],
): { readonly child: PhrasingContent; readonly mark: number }[] {
  let mark: number = FORMAT.none
  let within: string | null = null
  return children.flatMap((child) => {
    const tag = tagOf(child)
    if (tag && within === null && !tag.isEnd && WITHOUT_WORDS.has(tag.name)) within = tag.name
    if (within !== null) {
      if (tag?.isEnd && tag.name === within) within = null
      return []
    }
    const tagMark = MARKS[tag?.name ?? ''] ?? FORMAT.none
    mark = tag?.isEnd ? mark & ~tagMark : mark | tagMark
    return [{ child, mark }]
  })
}

/** A break or a picture written as HTML; a link leaves its words, which stand beside it; any other tag leaves nothing. */
export function inlineHtml(html: string, { keep }: MarkdownConversion): readonly LexicalNode[] {
  if (!keep) return []
  if (/^<br\b/i.test(html)) return [lineBreak()]
  if (/^<a\b/i.test(html)) keep.lose('a link written as HTML was left out, its words stay')
  return /^<img\b/i.test(html) ? keep.html(html).flatMap(({ children }) => children ?? []) : []
}
