import type { Definition, FootnoteDefinition, Nodes } from 'mdast'
import type { LexicalNode } from './nodes'
import { stableIds } from './stable-ids'

export type SourceIdOf = (key: string) => string | undefined

/** Everything wrong with one Markdown text, each fault a sentence that names its culprit. */
export class MarkdownFault extends Error {
  override readonly name = 'MarkdownFault'
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'))
  }
}

/** How to keep what Markdown from elsewhere may hold. Without it, raw HTML is dropped and every footnote cites a source. */
export type KeepFromElsewhere = {
  readonly html: (html: string) => readonly LexicalNode[]
  /** Says in a sentence what could not be brought over. */
  readonly lose: (sentence: string) => void
}

/** What is known while one text is converted. */
export type MarkdownConversion = {
  readonly sourceIdOf: SourceIdOf
  readonly keep: KeepFromElsewhere | null
  /** Footnotes that have words of their own, by key. */
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>
  readonly definitions: ReadonlyMap<string, string>
  readonly faults: string[]
  /** An id that depends on what the text says and on nothing else: the same text gives the same ids. */
  readonly idFor: (content: unknown) => string
}

function* definitionsIn(node: Nodes): Generator<Definition | FootnoteDefinition> {
  if (node.type === 'definition' || node.type === 'footnoteDefinition') yield node
  if (!('children' in node)) return
  for (const child of node.children) yield* definitionsIn(child)
}

type ConversionArgs = Pick<MarkdownConversion, 'sourceIdOf' | 'keep'> & {
  /** Keys of footnotes that cite a source. */
  readonly cited: ReadonlySet<string>
}

export function markdownConversion(
  tree: Nodes,
  { cited, ...args }: ConversionArgs,
): MarkdownConversion {
  const definitions = new Map<string, string>()
  const footnotes = new Map<string, FootnoteDefinition>()
  for (const node of definitionsIn(tree)) {
    const isCitation = node.type === 'footnoteDefinition' && cited.has(keyOf(node))
    if (node.type === 'definition') {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node.url)
    } else if (!isCitation && !footnotes.has(node.identifier)) footnotes.set(node.identifier, node)
  }
  return { ...args, definitions, footnotes, faults: [], idFor: stableIds() }
}

export const keyOf = (node: { readonly label?: string | null; readonly identifier: string }) =>
  node.label ?? node.identifier

/** The stored ids of `keys`; a key nobody knows is noted as a fault. */
export function sourceIds(conversion: MarkdownConversion, keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const id = conversion.sourceIdOf(key)
    if (id === undefined) conversion.faults.push(`There is no source “${key}”.`)
    return id ?? []
  })
}
