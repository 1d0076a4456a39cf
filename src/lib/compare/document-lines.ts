import { idOf } from '../ids'
import { blocksOf, type LexicalNode, plainText } from '../lexical/nodes'

/** One piece of a document that is compared as a whole: a paragraph, a heading, an item of a list, a row of a table. */
export type DocumentLine = {
  readonly kind: 'heading' | 'text' | 'item' | 'row' | 'quote' | 'block'
  /** What a reader reads, with where its links lead and what its marks cite in words. */
  readonly text: string
}

/** What a source is called in a mark of the text. */
export type NameOfSource = (id: string) => string

const citationIn = (node: LexicalNode, nameOf: NameOfSource): string => {
  const { source, page } = node.fields ?? {}
  const name = source ? nameOf(idOf(source as string | { id: string })) : 'no source'
  return `[${name}${typeof page === 'string' && page ? `, ${page}` : ''}]`
}

const linkEnd = ({ fields }: LexicalNode): string => {
  const url = fields?.linkType === 'internal' ? undefined : fields?.url
  return typeof url === 'string' && url !== '' ? ` (${url})` : ''
}

function inlineText(nodes: readonly LexicalNode[], nameOf: NameOfSource): string {
  return nodes
    .map((node) => {
      if (node.type === 'inlineBlock') return citationIn(node, nameOf)
      const within = inlineText(node.children ?? [], nameOf)
      if (node.type === 'link' || node.type === 'autolink') return `${within}${linkEnd(node)}`
      if (node.type === 'linebreak') return '\n'
      return node.text ?? within
    })
    .join('')
}

const isNested = ({ type }: LexicalNode): boolean => type === 'list'

function linesOf(node: LexicalNode, nameOf: NameOfSource): DocumentLine[] {
  const children = node.children ?? []
  const below = () => children.flatMap((child) => linesOf(child, nameOf))
  const own = (kind: DocumentLine['kind']): DocumentLine => ({
    kind,
    text: inlineText(children, nameOf).trim(),
  })
  switch (node.type) {
    case 'heading':
      return [own('heading')]
    case 'quote':
      return [own('quote')]
    case 'list':
    case 'table':
      return below()
    case 'listitem': {
      const words = inlineText(
        children.filter((child) => !isNested(child)),
        nameOf,
      ).trim()
      const nested = children.filter(isNested).flatMap((child) => linesOf(child, nameOf))
      return words === '' ? nested : [{ kind: 'item', text: words }, ...nested]
    }
    case 'tablerow':
      return [
        {
          kind: 'row',
          text: children.map((cell) => cellText(cell, nameOf)).join(' | '),
        },
      ]
    case 'block':
      return plainText([node])
        .split('\n')
        .map((text) => ({ kind: 'block' as const, text }))
    default:
      return [own('text')]
  }
}

const cellText = (cell: LexicalNode, nameOf: NameOfSource): string =>
  (cell.children ?? []).map((child) => inlineText(child.children ?? [], nameOf).trim()).join(' ')

/** The lines of a document in the editor's own JSON, in reading order, those without words left out. */
export const documentLines = (document: unknown, nameOf: NameOfSource): DocumentLine[] =>
  blocksOf(document)
    .flatMap((node) => linesOf(node, nameOf))
    .filter(({ text }) => text !== '')
