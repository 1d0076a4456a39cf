import { idOf } from '../ids'
import { blocksOf, everyNode, type LexicalDocument, type LexicalNode } from './nodes'

const isFigure = ({ type, fields }: LexicalNode): boolean =>
  type === 'block' && fields?.blockType === 'figure'

/** What the figures of a document name as their pictures, in reading order, each once. */
export function picturesNamedIn(document: unknown): unknown[] {
  const named = [...everyNode(blocksOf(document))]
    .filter(isFigure)
    .map(({ fields }) => fields?.picture)
  return [...new Set(named)].filter((picture) => picture !== null && picture !== undefined)
}

const nameOf = (picture: unknown): string => idOf(picture as string | { id: string })

/** The ids of the pictures that the figures of a stored document show, in reading order, each once. */
export const picturesIn = (document: unknown): string[] => [
  ...new Set(picturesNamedIn(document).map(nameOf)),
]

/** The ids of the files that stand in a stored document by themselves, without a figure's words. */
export const uploadsIn = (document: unknown): string[] =>
  [...everyNode(blocksOf(document))]
    .filter(({ type, value }) => type === 'upload' && value !== null && value !== undefined)
    .map(({ value }) => nameOf(value))

type MapPicture = (picture: unknown) => unknown

function mappedNode(node: LexicalNode, map: MapPicture): LexicalNode {
  const { fields, children } = node
  return {
    ...node,
    ...(isFigure(node) ? { fields: { ...fields, picture: map(fields?.picture) } } : {}),
    ...(children ? { children: children.map((child) => mappedNode(child, map)) } : {}),
  }
}

/** The document with `map` applied to the picture of every figure. */
export const withMappedPictures = (
  document: LexicalDocument,
  map: MapPicture,
): LexicalDocument => ({
  ...document,
  root: mappedNode(document.root, map),
})

/** Whose picture it is, and how it may be used, in a line. Empty where nothing is said. */
export const creditLine = ({
  credit,
  licence,
}: {
  readonly credit?: string | null
  readonly licence?: string | null
}): string => [credit?.trim(), licence?.trim()].filter(Boolean).join('. ')
