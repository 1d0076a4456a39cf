import { ElementType, parseDocument } from 'htmlparser2'
import { isSafeHref } from './safe-href'

/** A piece of a reference: words, set in italics or leading somewhere. */
export type ReferenceRun = {
  readonly text: string
  readonly isItalic: boolean
  readonly href: string | null
}

type Setting = Omit<ReferenceRun, 'text'>
type Node = ReturnType<typeof parseDocument>['children'][number]

function runsIn(node: Node, around: Setting): ReferenceRun[] {
  if (node.type === ElementType.Text) return [{ text: node.data, ...around }]
  if (node.type !== ElementType.Tag) return []
  const address = node.name === 'a' ? node.attribs.href : undefined
  const setting = {
    isItalic: around.isItalic || node.name === 'i',
    href: address && isSafeHref(address) ? address : around.href,
  }
  return node.children.flatMap((child) => runsIn(child, setting))
}

/** The HTML of a citation processor as plain pieces: the page sets them itself and trusts no markup. */
export const referenceRuns = (html: string): readonly ReferenceRun[] =>
  parseDocument(html).children.flatMap((node) => runsIn(node, { isItalic: false, href: null }))

export const plainReference = (runs: readonly ReferenceRun[]): string =>
  runs.map(({ text }) => text).join('')
