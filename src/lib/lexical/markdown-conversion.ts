import { createHash } from 'node:crypto'
import type { Definition, Nodes } from 'mdast'

export type SourceIdOf = (key: string) => string | undefined

/** Everything wrong with one Markdown text, each fault a sentence that names its culprit. */
export class MarkdownFault extends Error {
  override readonly name = 'MarkdownFault'
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'))
  }
}

/** What is known while one text is converted. */
export type MarkdownConversion = {
  readonly sourceIdOf: SourceIdOf
  readonly definitions: ReadonlyMap<string, string>
  readonly faults: string[]
  /** An id that depends on what the text says and on nothing else: the same text gives the same ids. */
  readonly idFor: (content: unknown) => string
}

function* definitionsIn(node: Nodes): Generator<Definition> {
  if (node.type === 'definition') yield node
  if (!('children' in node)) return
  for (const child of node.children) yield* definitionsIn(child)
}

export function markdownConversion(tree: Nodes, sourceIdOf: SourceIdOf): MarkdownConversion {
  const definitions = new Map<string, string>()
  for (const { identifier, url } of definitionsIn(tree)) {
    if (!definitions.has(identifier)) definitions.set(identifier, url)
  }
  let count = 0
  return {
    sourceIdOf,
    definitions,
    faults: [],
    idFor: (content) => {
      count += 1
      return createHash('sha256')
        .update(JSON.stringify([count, content]))
        .digest('hex')
        .slice(0, 24)
    },
  }
}

/** The stored ids of `keys`; a key nobody knows is noted as a fault. */
export function sourceIds(conversion: MarkdownConversion, keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const id = conversion.sourceIdOf(key)
    if (id === undefined) conversion.faults.push(`There is no source “${key}”.`)
    return id ?? []
  })
}
