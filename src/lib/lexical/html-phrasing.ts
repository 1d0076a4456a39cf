import { isSafeHref } from '../safe-href'
import {
  type HtmlConversion,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isLeftOut,
  numberOfPicture,
  wordsIn,
} from './html-tree'
import { block, FORMAT, lineBreak, link, text } from './make-nodes'
import type { LexicalNode } from './nodes'

const MARKS: Readonly<Record<string, number>> = {
  b: FORMAT.bold,
  strong: FORMAT.bold,
  i: FORMAT.italic,
  em: FORMAT.italic,
  cite: FORMAT.italic,
  sub: FORMAT.subscript,
  sup: FORMAT.superscript,
}

/** Marks that lead back from a footnote: they lead nowhere here. */
const BACK = /\breversefootnote\b|\bfootnote-backref\b/

const isNoteMark = (children: readonly LexicalNode[]): boolean =>
  /^\[?(?:\d*|[ivxlc]{1,4}|[*†‡]+)\]?$/.test(
    children
      .map(({ text: words = '' }) => words)
      .join('')
      .trim(),
  )

function anchorToLexical(
  element: HtmlElement,
  format: number,
  conversion: HtmlConversion,
): readonly LexicalNode[] {
  const { href: written, class: names = '', role } = element.attribs
  if (BACK.test(names) || role === 'doc-backlink') return []
  const children = phrasing(element.children, format, conversion)
  const href = written?.trim()
  if (!href) return children
  // Within the page, the headings have other anchors than they had. A note has its number.
  if (href.startsWith('#')) {
    if (!isNoteMark(children)) {
      conversion.lose('a link to another place in the text was left out, its words stay')
    }
    return children
  }
  if (!isSafeHref(href)) {
    conversion.lose(`a link to “${href.slice(0, 80)}” was left out, its words stay`)
    return children
  }
  return linkNodes(conversion.idFor(href), href, children)
}

/** The spaces at the ends of a link belong to the text around it. */
function linkNodes(id: string, href: string, children: readonly LexicalNode[]): LexicalNode[] {
  const words = trimmed(children)
  if (words.length === 0) return [...children]
  const [first, last] = [children[0]?.text ?? '', children.at(-1)?.text ?? '']
  return [
    ...(first.startsWith(' ') ? [text(' ')] : []),
    link(id, href, words),
    ...(last.endsWith(' ') ? [text(' ')] : []),
  ]
}

/** Said of Markdown too. */
export const PICTURE_WITHOUT_WORDS =
  'a picture without words was left out: put it in as a figure, and say what it shows'

function pictureToLexical(
  { attribs }: HtmlElement,
  format: number,
  { lose, pictures, waiting, idFor }: HtmlConversion,
): readonly LexicalNode[] {
  const words = attribs.alt?.trim() ?? ''
  const picture = numberOfPicture(attribs.src)
  if (words && picture !== null && picture >= 1 && picture <= pictures) {
    const fields = { picture, alt: words, credit: '' }
    waiting.push(block(idFor(fields), 'figure', fields))
    return []
  }
  lose(
    words
      ? `a picture was left out, its words “${words.slice(0, 80)}” stand instead`
      : PICTURE_WITHOUT_WORDS,
  )
  return words ? [text(collapsed(words), format)] : []
}

const collapsed = (value: string): string => value.replace(/[ \t\r\n\f]+/g, ' ')

function elementToLexical(
  element: HtmlElement,
  format: number,
  conversion: HtmlConversion,
): readonly LexicalNode[] {
  if (isLeftOut(element, conversion)) return []
  switch (element.name) {
    case 'br':
      return [lineBreak()]
    case 'img':
      return pictureToLexical(element, format, conversion)
    case 'a':
      return anchorToLexical(element, format, conversion)
    case 'q':
      return [
        text('“', format),
        ...phrasing(element.children, format, conversion),
        text('”', format),
      ]
    default:
      return phrasing(element.children, format | (MARKS[element.name] ?? 0), conversion)
  }
}

/** Text, marks, breaks and links of `nodes`, their white space as written but for runs of it. */
export function phrasing(
  nodes: readonly HtmlNode[],
  format: number,
  conversion: HtmlConversion,
): LexicalNode[] {
  return nodes.flatMap((node) => {
    if (isElement(node)) return elementToLexical(node, format, conversion)
    return [text(collapsed(wordsIn(node)), format)]
  })
}

const endsOpen = (node: LexicalNode | undefined): boolean =>
  node === undefined || node.type === 'linebreak' || (lastText(node)?.endsWith(' ') ?? false)

const lastText = (node: LexicalNode): string | undefined =>
  node.text ?? (node.children?.at(-1) ? lastText(node.children.at(-1) as LexicalNode) : undefined)

const withText = (node: LexicalNode, value: string): LexicalNode => ({ ...node, text: value })

/** As a browser shows it: no space at either end, beside a break, or after another space; equal neighbours joined. */
export function trimmed(nodes: readonly LexicalNode[]): LexicalNode[] {
  const kept: LexicalNode[] = []
  for (const node of nodes) {
    const before = kept.at(-1)
    if (node.text === undefined) {
      if (node.type === 'linebreak') trimEnd(kept)
      kept.push(node)
      continue
    }
    const value = endsOpen(before) ? node.text.replace(/^ +/, '') : node.text
    if (value === '') continue
    if (before?.text !== undefined && before.format === node.format) {
      kept[kept.length - 1] = withText(before, before.text + value)
    } else kept.push(withText(node, value))
  }
  trimEnd(kept)
  while (kept.at(-1)?.type === 'linebreak') kept.pop()
  while (kept[0]?.type === 'linebreak') kept.shift()
  return kept
}

function trimEnd(kept: LexicalNode[]): void {
  const last = kept.at(-1)
  if (last?.text === undefined) return
  const value = last.text.replace(/ +$/, '')
  kept.pop()
  if (value !== '') kept.push(withText(last, value))
}
