import type { LexicalDocument, LexicalNode } from './nodes'

type MapSource = (source: unknown) => unknown

const namesSources = ({ type }: LexicalNode) => type === 'block' || type === 'inlineBlock'

function mappedFields(fields: NonNullable<LexicalNode['fields']>, map: MapSource) {
  const { source, sources } = fields
  return {
    ...fields,
    ...(source === undefined ? {} : { source: map(source) }),
    ...(Array.isArray(sources) ? { sources: sources.map(map) } : {}),
  }
}

function mappedNode(node: LexicalNode, map: MapSource): LexicalNode {
  const fields = node.fields && namesSources(node) ? mappedFields(node.fields, map) : node.fields
  return {
    ...node,
    ...(fields ? { fields } : {}),
    ...(node.children ? { children: node.children.map((child) => mappedNode(child, map)) } : {}),
  }
}

/** The document with `map` applied to every source that its citations and case studies name. */
export const withMappedSources = (document: LexicalDocument, map: MapSource): LexicalDocument => ({
  ...document,
  root: mappedNode(document.root, map),
})
