import { isSafeHref } from '@/lib/safe-href'
import type { LexicalNode } from '@/lib/lexical/nodes'
import type { Fault } from './faults'

/** Deeper than any text; beyond it, pages and hooks that walk the tree would run out of stack. */
const DEEPEST = 60

const HOLDS_NODES = new Set([
  'root',
  'paragraph',
  'heading',
  'list',
  'listitem',
  'quote',
  'table',
  'tablerow',
  'tablecell',
  'link',
  'autolink',
])
const STANDS_ALONE = new Set(['text', 'linebreak', 'tab', 'horizontalrule', 'block', 'inlineBlock'])

type Checked = { readonly node: unknown; readonly depth: number; readonly place: string }

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

function wrongLink({ fields }: LexicalNode): string | null {
  if (fields?.linkType === 'internal') return null
  const url = fields?.url
  return typeof url === 'string' && isSafeHref(url) ? null : 'is a link to nowhere safe'
}

const CASE_STUDY = ['title', 'who', 'where', 'what', 'outcome']

function wrongCaseStudy({ fields }: LexicalNode): string | null {
  if (fields?.blockType !== 'caseStudy') return 'is a block that is not known'
  const missing = CASE_STUDY.filter((name) => !isText(fields[name]))
  return missing.length > 0 ? `is a case study without ${missing.join(', ')}` : null
}

const CHECKS: Readonly<Record<string, (node: LexicalNode) => string | null>> = {
  text: ({ text, format = 0 }) =>
    typeof text === 'string' && typeof format === 'number' ? null : 'is a text without words',
  heading: ({ tag }) => (tag === 'h2' || tag === 'h3' ? null : 'is a heading neither h2 nor h3'),
  list: ({ tag }) => (tag === 'ul' || tag === 'ol' ? null : 'is a list neither ul nor ol'),
  link: wrongLink,
  autolink: wrongLink,
  block: wrongCaseStudy,
  inlineBlock: ({ fields }) =>
    fields?.blockType === 'citation' ? null : 'is a block within text that is not known',
}

function wrongIn(node: unknown, depth: number): string | null {
  if (typeof node !== 'object' || node === null) return 'is no node'
  const { type, children } = node as LexicalNode
  if (typeof type !== 'string') return 'has no type'
  const holds = HOLDS_NODES.has(type)
  if (!holds && !STANDS_ALONE.has(type)) return `is a “${type}”, which is not known here`
  if (type === 'root' ? depth > 0 : depth === 0) return 'is not where it belongs'
  if (holds && !Array.isArray(children)) return 'has no children'
  return CHECKS[type]?.(node as LexicalNode) ?? null
}

const depthFault: Fault = {
  field: 'body',
  message: `is nested more than ${DEEPEST} levels deep`,
}

/** What is wrong with the editor's own JSON, each fault with its place. It never runs out of stack. */
export function lexicalFaults(document: unknown): Fault[] {
  const faults: Fault[] = []
  const root = (document as { root?: unknown } | null)?.root
  const open: Checked[] = [{ node: root, depth: 0, place: 'root' }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth, place } = next
    if (depth > DEEPEST) return [depthFault]
    const wrong = wrongIn(node, depth)
    if (wrong) {
      faults.push({ field: 'body', message: `cannot be read: ${place} ${wrong}` })
      continue
    }
    const { children = [] } = node as LexicalNode
    for (const [index, child] of [...children.entries()].reverse()) {
      open.push({ node: child, depth: depth + 1, place: `${place}.${index}` })
    }
  }
  return faults
}
