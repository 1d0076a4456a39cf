import { ExternalHyperlink, InternalHyperlink, type ParagraphChild, TextRun } from 'docx'
import { hrefOf } from '@/lib/lexical/link-href'
import { FORMAT } from '@/lib/lexical/make-nodes'
import type { LexicalNode } from '@/lib/lexical/nodes'
import type { WordContext } from './word-context'
import { run, type Setting } from './word-text'

const has = (format: number, bit: number): boolean => Math.floor(format / bit) % 2 === 1

function settingOf({ format }: LexicalNode): Setting {
  const bits = Number(format ?? 0)
  return {
    ...(has(bits, FORMAT.bold) ? { bold: true } : {}),
    ...(has(bits, FORMAT.italic) ? { italics: true } : {}),
    ...(has(bits, FORMAT.superscript) ? { superScript: true } : {}),
    ...(has(bits, FORMAT.subscript) ? { subScript: true } : {}),
  }
}

/** Bookmarks of sources in the list at the end. */
export const sourceBookmark = (number: number): string => `source-${number}`

/** A mark that leads to the source of that number. */
export const sourceLink = (number: number, words: string, setting: Setting = {}) =>
  new InternalHyperlink({ anchor: sourceBookmark(number), children: [run(words, setting)] })

function citation(node: LexicalNode, { citations }: WordContext): ParagraphChild[] {
  const found = citations.get(node)
  if (!found) return []
  const page = found.page ? `, p. ${found.page}` : ''
  return [sourceLink(found.number, `[${found.number}${page}]`, { superScript: true })]
}

/** Words that lead to an address; a path leads to this site. */
export const linkTo = (href: string, siteUrl: string, children: ParagraphChild[]) =>
  new ExternalHyperlink({
    link: href.startsWith('/') ? `${siteUrl}${href}` : href,
    children,
  })

function link(node: LexicalNode, context: WordContext): ParagraphChild[] {
  const href = hrefOf(node.fields ?? {})
  const words = (node.children ?? []).flatMap((child) =>
    child.text === undefined
      ? inline(child, context)
      : [run(child.text, { ...settingOf(child), ...(href ? { style: 'Hyperlink' } : {}) })],
  )
  if (!href) return words
  if (!href.startsWith('#')) return [linkTo(href, context.siteUrl, words)]
  const anchor = href.slice(1)
  return context.anchors.has(anchor) ? [new InternalHyperlink({ anchor, children: words })] : words
}

/** Text, breaks, links and citations as Word has them. What it does not know is walked through by its children. */
export function inline(node: LexicalNode, context: WordContext): ParagraphChild[] {
  if (node.text !== undefined) return [run(node.text, settingOf(node))]
  if (node.type === 'linebreak') return [new TextRun({ break: 1 })]
  if (node.type === 'tab') return [run('\t')]
  if (node.type === 'link' || node.type === 'autolink') return link(node, context)
  if (node.type === 'inlineBlock') return citation(node, context)
  return (node.children ?? []).flatMap((child) => inline(child, context))
}
