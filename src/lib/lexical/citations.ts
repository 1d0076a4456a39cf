import { idOf } from '../ids'
import { blocksOf, everyNode, type LexicalNode } from './nodes'

export type Citation = {
  /** The place of its source in the list of sources, from 1. */
  readonly number: number
  /** The anchor of this mark, unique on the page. */
  readonly anchor: string
  readonly page: string | null
}

export type Citations = ReadonlyMap<LexicalNode, Citation>

const isCitation = (node: LexicalNode): boolean =>
  node.type === 'inlineBlock' && node.fields?.blockType === 'citation'

function sourceIdIn(node: LexicalNode): string | null {
  const source = node.fields?.source
  return source ? idOf(source as string | { id: string }) : null
}

const pageIn = (node: LexicalNode): string | null => {
  const page = node.fields?.page
  return typeof page === 'string' && page !== '' ? page : null
}

const citedIn = (document: unknown): string[] =>
  [...everyNode(blocksOf(document))].filter(isCitation).flatMap((node) => sourceIdIn(node) ?? [])

function sourcesOfBlock({ type, fields }: LexicalNode): string[] {
  if (type !== 'block' && type !== 'inlineBlock') return []
  const { source, sources } = fields ?? {}
  const named = [source, ...(Array.isArray(sources) ? (sources as unknown[]) : [])]
  return named.filter(Boolean).map((one) => idOf(one as string | { id: string }))
}

/** Every source that the marks and blocks of a document name, in reading order, each once. */
export const sourcesNamedIn = (document: unknown): string[] => [
  ...new Set([...everyNode(blocksOf(document))].flatMap(sourcesOfBlock)),
]

/** The sources in the order in which a reader meets them: those cited first, by their first mark, then the rest. */
export function inReadingOrder(document: unknown, sourceIds: readonly string[]): string[] {
  const cited = citedIn(document).filter((id) => sourceIds.includes(id))
  return [...new Set([...cited, ...sourceIds])]
}

/** The citations of a document, numbered by the order of `sourceIds`. A citation of none of them is left out. */
export function citationsOf(document: unknown, sourceIds: readonly string[]): Citations {
  const citations = new Map<LexicalNode, Citation>()
  const uses = new Map<number, number>()
  for (const node of everyNode(blocksOf(document))) {
    const number = isCitation(node) ? sourceIds.indexOf(sourceIdIn(node) ?? '') + 1 : 0
    if (number === 0) continue
    const use = (uses.get(number) ?? 0) + 1
    uses.set(number, use)
    citations.set(node, { number, anchor: `cite-${number}-${use}`, page: pageIn(node) })
  }
  return citations
}

/** Where in the text the source of that number is cited, in reading order. */
export const anchorsCiting = (citations: Citations, number: number): readonly string[] =>
  [...citations.values()].filter((one) => one.number === number).map(({ anchor }) => anchor)
