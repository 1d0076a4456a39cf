import type { FootnoteReference, Image, ImageReference, Nodes, PhrasingContent } from 'mdast'
import { isSafeHref } from '../safe-href'
import { PICTURE_WITHOUT_WORDS } from './html-phrasing'
import { FORMAT, inlineBlock, lineBreak, link, text } from './make-nodes'
import { inlineHtml, withInlineHtml } from './markdown-inline-html'
import { keyOf, type MarkdownConversion, sourceIds } from './markdown-conversion'
import type { LexicalNode } from './nodes'

function linkTo(
  url: string | undefined,
  children: readonly LexicalNode[],
  { idFor, keep }: MarkdownConversion,
): readonly LexicalNode[] {
  if (url && isSafeHref(url)) return [link(idFor(url), url, children)]
  keep?.lose(`a link to “${(url ?? '').slice(0, 80)}” was left out, its words stay`)
  return children
}

function citation(node: FootnoteReference, conversion: MarkdownConversion): LexicalNode[] {
  const key = keyOf(node)
  const note = [...conversion.footnotes.keys()].indexOf(node.identifier)
  if (note >= 0) return [text(String(note + 1), FORMAT.superscript)]
  if (conversion.keep && conversion.sourceIdOf(key) === undefined) {
    conversion.keep.lose(
      `the mark [^${key}] has no note and no source, so it stands as it was written`,
    )
    return [text(`[^${key}]`)]
  }
  return sourceIds(conversion, [key]).map((source) =>
    inlineBlock(conversion.idFor(key), 'citation', { source }),
  )
}

function picture(
  { alt }: Image | ImageReference,
  format: number,
  { keep }: MarkdownConversion,
): LexicalNode[] {
  keep?.lose(
    alt
      ? `a picture was left out, its words “${alt.slice(0, 80)}” stand instead`
      : PICTURE_WITHOUT_WORDS,
  )
  return alt ? [text(alt, format)] : []
}

const asOneLine = (value: string) => value.replace(/\s*\n\s*/g, ' ')

function convert(
  node: PhrasingContent,
  format: number,
  conversion: MarkdownConversion,
): readonly LexicalNode[] {
  const inside = (children: readonly PhrasingContent[], more: number = FORMAT.none) =>
    phrasingToLexical(children, conversion, format | more)
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [text(asOneLine(node.value), format)]
    case 'strong':
      return inside(node.children, FORMAT.bold)
    case 'emphasis':
      return inside(node.children, FORMAT.italic)
    case 'delete':
      return inside(node.children)
    case 'break':
      return [lineBreak()]
    case 'link':
      return linkTo(node.url, inside(node.children), conversion)
    case 'linkReference':
      return linkTo(conversion.definitions.get(node.identifier), inside(node.children), conversion)
    case 'image':
    case 'imageReference':
      return picture(node, format, conversion)
    case 'footnoteReference':
      return citation(node, conversion)
    case 'html':
      return inlineHtml(node.value, conversion)
  }
}

/**
 * Text, marks, links and citations. What the editor has no mark for (code, deletions, pictures) leaves its words;
 * raw HTML leaves nothing; a link to anywhere unsafe leaves its words.
 */
export function phrasingToLexical(
  children: readonly PhrasingContent[],
  conversion: MarkdownConversion,
  format: number = FORMAT.none,
): LexicalNode[] {
  if (!conversion.keep) return children.flatMap((child) => convert(child, format, conversion))
  return withInlineHtml(children).flatMap(({ child, mark }) =>
    convert(child, format | mark, conversion),
  )
}

const isPhrasing = (node: Nodes): node is PhrasingContent =>
  [
    'text',
    'inlineCode',
    'strong',
    'emphasis',
    'delete',
    'break',
    'link',
    'linkReference',
    'image',
    'imageReference',
    'footnoteReference',
    'html',
  ].includes(node.type)

/** Blocks as running text, a line break between them, for places of the editor that hold no blocks. */
export function flattenToLexical(
  nodes: readonly Nodes[],
  conversion: MarkdownConversion,
): LexicalNode[] {
  const parts = nodes.flatMap((node) => {
    const children: readonly Nodes[] = 'children' in node ? node.children : []
    if (isPhrasing(node)) return [phrasingToLexical([node], conversion)]
    if (children.length > 0 && children.every(isPhrasing)) {
      return [phrasingToLexical(children, conversion)]
    }
    return node.type === 'code' ? [[text(node.value)]] : [flattenToLexical(children, conversion)]
  })
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [lineBreak(), ...part]))
}
