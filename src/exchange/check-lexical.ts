import { isSafeHref } from '@/lib/safe-href'
import { readChart } from '@/lib/charts/chart-series'
import { readPastedTable } from '@/lib/charts/pasted-table'
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

type BlockFields = Readonly<Record<string, unknown>>

type KnownBlock = {
  readonly name: string
  /** Fields that must hold words. */
  readonly needs: readonly string[]
  readonly fault?: (fields: BlockFields) => string | null
}

const faultOf = (
  reading: { readonly kind: 'read' } | { readonly kind: 'faulty'; readonly fault: string },
): string | null => (reading.kind === 'read' ? null : reading.fault)

const CHARTS = new Set<unknown>(['bar', 'line', 'dot'])

function wrongEvents({ events }: BlockFields): string | null {
  if (!Array.isArray(events) || events.length === 0) return 'it has no events'
  const isWhole = ({ date, what }: { date?: unknown; what?: unknown }) =>
    isText(date) && !Number.isNaN(Date.parse(date)) && isText(what)
  return events.every(isWhole) ? null : 'an event has no date or no words'
}

const BLOCKS: Readonly<Record<string, KnownBlock>> = {
  caseStudy: { name: 'case study', needs: ['title', 'who', 'where', 'what', 'outcome'] },
  keyStatistic: {
    name: 'key statistic',
    needs: ['figure', 'says'],
    fault: ({ source }) => (source ? null : 'it has no source'),
  },
  figure: {
    name: 'figure',
    needs: ['alt', 'credit'],
    fault: ({ picture }) => (picture ? null : 'it has no picture'),
  },
  pullOut: { name: 'pull-out', needs: ['text'] },
  comparisonTable: {
    name: 'comparison table',
    needs: ['title', 'table'],
    fault: ({ table }) => faultOf(readPastedTable(table as string)),
  },
  chart: {
    name: 'chart',
    needs: ['title', 'table'],
    fault: ({ kind, table }) =>
      CHARTS.has(kind) ? faultOf(readChart(table as string)) : 'it is of no known kind',
  },
  timeline: { name: 'timeline', needs: [], fault: wrongEvents },
}

/** What a draft lacks an officer fills in, and is asked for before it is published; what it has must be of its kind. */
function wrongInDraft({ name, needs }: KnownBlock, fields: BlockFields): string | null {
  const odd = needs.filter((field) => fields[field] && typeof fields[field] !== 'string')
  if (odd.length > 0) return `is a ${name} in which no text is ${odd.join(', ')}`
  return fields.events && !Array.isArray(fields.events) ? `is a ${name} without a list` : null
}

function wrongBlock({ fields = {} }: LexicalNode, isDraft: boolean): string | null {
  const { blockType } = fields
  const block =
    typeof blockType === 'string' && Object.hasOwn(BLOCKS, blockType)
      ? BLOCKS[blockType]
      : undefined
  if (!block) return 'is a block that is not known'
  if (isDraft) return wrongInDraft(block, fields)
  const missing = block.needs.filter((name) => !isText(fields[name]))
  if (missing.length > 0) return `is a ${block.name} without ${missing.join(', ')}`
  const fault = block.fault?.(fields)
  return fault ? `is a ${block.name} that cannot be read: ${fault}` : null
}

const CHECKS: Readonly<Record<string, (node: LexicalNode, isDraft: boolean) => string | null>> = {
  text: ({ text, format = 0 }) =>
    typeof text === 'string' && typeof format === 'number' ? null : 'is a text without words',
  heading: ({ tag }) => (tag === 'h2' || tag === 'h3' ? null : 'is a heading neither h2 nor h3'),
  list: ({ tag }) => (tag === 'ul' || tag === 'ol' ? null : 'is a list neither ul nor ol'),
  link: wrongLink,
  autolink: wrongLink,
  block: wrongBlock,
  inlineBlock: ({ fields }) =>
    fields?.blockType === 'citation' ? null : 'is a block within text that is not known',
}

function wrongIn({ node, depth }: Checked, isDraft: boolean): string | null {
  if (typeof node !== 'object' || node === null) return 'is no node'
  const { type, children } = node as LexicalNode
  if (typeof type !== 'string') return 'has no type'
  const holds = HOLDS_NODES.has(type)
  if (!holds && !STANDS_ALONE.has(type)) return `is a “${type}”, which is not known here`
  if (type === 'root' ? depth > 0 : depth === 0) return 'is not where it belongs'
  if (holds && !Array.isArray(children)) return 'has no children'
  return CHECKS[type]?.(node as LexicalNode, isDraft) ?? null
}

const depthFault: Fault = {
  field: 'body',
  message: `is nested more than ${DEEPEST} levels deep`,
}

/** What is wrong with the editor's own JSON, each fault with its place. It never runs out of stack. */
export function lexicalFaults(document: unknown, isDraft = false): Fault[] {
  const faults: Fault[] = []
  const root = (document as { root?: unknown } | null)?.root
  const open: Checked[] = [{ node: root, depth: 0, place: 'root' }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth, place } = next
    if (depth > DEEPEST) return [depthFault]
    const wrong = wrongIn(next, isDraft)
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
