/** The editor's own JSON, as far as this project reads it. Unknown nodes are walked through by their children. */
export type LexicalNode = {
  readonly type: string
  readonly children?: readonly LexicalNode[]
  readonly text?: string
  readonly tag?: string
  readonly fields?: Readonly<Record<string, unknown>>
  readonly [key: string]: unknown
}

export type LexicalDocument = { readonly root: LexicalNode }

const isNode = (value: unknown): value is LexicalNode =>
  typeof value === 'object' && value !== null && 'type' in value

/** The top-level blocks of a document, or none where there is no document. */
export function blocksOf(document: unknown): readonly LexicalNode[] {
  const root = (document as { root?: unknown } | null | undefined)?.root
  return isNode(root) ? (root.children ?? []) : []
}

/** Every node below `nodes`, in reading order, parents before children. */
export function* everyNode(nodes: readonly LexicalNode[]): Generator<LexicalNode> {
  for (const node of nodes) {
    yield node
    if (node.children) yield* everyNode(node.children)
  }
}

const BLOCK_FIELDS_IN_READING_ORDER = [
  'title',
  'figure',
  'says',
  'text',
  'unit',
  'table',
  'who',
  'where',
  'what',
  'outcome',
  'contact',
  'alt',
  'caption',
  'credit',
  'licence',
]

const textIn = (fields: Readonly<Record<string, unknown>>): string[] =>
  BLOCK_FIELDS_IN_READING_ORDER.map((name) => fields[name])
    .filter((value) => typeof value === 'string')
    .map((value) => value.replace(/\t/g, ' '))

function textOfBlock({ fields = {} }: LexicalNode): string {
  const events = Array.isArray(fields.events) ? (fields.events as Record<string, unknown>[]) : []
  return [...textIn(fields), ...events.flatMap(textIn)].join('\n')
}

const BREAKS_A_LINE = new Set([
  'paragraph',
  'heading',
  'listitem',
  'quote',
  'tablecell',
  'tablerow',
  'list',
  'block',
  'linebreak',
])

/** What a reader reads, without marks: blocks, cells and list items end with a line break. */
export function plainText(nodes: readonly LexicalNode[]): string {
  const parts: string[] = []
  const visit = (node: LexicalNode) => {
    if (node.text !== undefined) parts.push(node.text)
    if (node.type === 'tab') parts.push(' ')
    if (node.type === 'block') parts.push(textOfBlock(node))
    node.children?.forEach(visit)
    if (BREAKS_A_LINE.has(node.type)) parts.push('\n')
  }
  nodes.forEach(visit)
  return parts
    .join('')
    .replace(/\n{2,}/g, '\n')
    .trim()
}
