import { blocksOf, everyNode, type LexicalNode } from '@/lib/lexical/nodes'
import type { Briefing } from '@/payload-types'

const MARKS: readonly (readonly [number, string])[] = [
  [1, '**'],
  [2, '_'],
  [32, '~'],
  [64, '^'],
]

function inline({ type, text = '', format, fields, children = [] }: LexicalNode): string {
  if (type === 'linebreak') return '⏎'
  if (type === 'link') return `[${children.map(inline).join('')}](${String(fields?.url)})`
  const marks = MARKS.filter(([bit]) => (Number(format) & bit) !== 0).map(([, mark]) => mark)
  return `${marks.join('')}${text.replaceAll('\t', '⇥')}${marks.toReversed().join('')}`
}

const isInline = ({ type }: LexicalNode) => ['text', 'linebreak', 'link', 'tab'].includes(type)

function nameOf({ type, tag, headerState, colSpan, rowSpan, start, fields }: LexicalNode): string {
  const spans = [
    Number(colSpan) > 1 ? ` across ${String(colSpan)}` : '',
    Number(rowSpan) > 1 ? ` down ${String(rowSpan)}` : '',
  ].join('')
  if (type === 'tablecell') return `${Number(headerState) > 0 ? 'th' : 'td'}${spans}`
  if (type === 'block') return `${String(fields?.blockType)} “${String(fields?.alt)}”`
  if (type === 'list' && Number(start) > 1) return `${String(tag)} from ${String(start)}`
  return { paragraph: 'p', listitem: 'li', tablerow: 'tr' }[type] ?? tag ?? type
}

/** One line a node, deeper ones further in; what it says stands after its name, with its marks. */
function lines(nodes: readonly LexicalNode[], depth = 0): string[] {
  return nodes.flatMap((node) => {
    const { children = [] } = node
    const says =
      children.length > 0 && children.every(isInline) ? children.map(inline).join('') : ''
    const below = says === '' ? lines(children, depth + 1) : []
    return [`${'  '.repeat(depth)}${nameOf(node)}${says ? ` ${says}` : ''}`, ...below]
  })
}

const COUNTED = [
  'heading',
  'paragraph',
  'list',
  'listitem',
  'table',
  'tablerow',
  'tablecell',
  'link',
]

/** A briefing as a person reads a tree: its title, how much of each kind it holds, what was lost, and its text. */
export function writtenTree({ title, body }: Briefing, lost: readonly string[]): string {
  const nodes = [...everyNode(blocksOf(body))]
  const counts = COUNTED.map((kind) => [kind, nodes.filter(({ type }) => type === kind).length])
  return [
    `title ${title}`,
    `counts ${counts.map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
    ...(lost.length > 0 ? lost.map((sentence) => `lost ${sentence}`) : ['lost nothing']),
    '',
    ...lines(blocksOf(body)),
    '',
  ].join('\n')
}
