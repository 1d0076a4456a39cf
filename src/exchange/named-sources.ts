import type { Payload } from 'payload'
import { blocksOf, everyNode, type LexicalDocument } from '@/lib/lexical/nodes'
import { picturesNamedIn } from '@/lib/lexical/pictures'
import type { Fault } from './faults'
import type { HeldFile } from './line-files'

function* namedIn(document: LexicalDocument | null): Generator {
  for (const { type, fields } of everyNode(blocksOf(document))) {
    if (type !== 'block' && type !== 'inlineBlock') continue
    if (fields?.source !== undefined) yield fields.source
    if (Array.isArray(fields?.sources)) yield* fields.sources as unknown[]
  }
}

async function areStored(
  payload: Payload,
  collection: 'sources' | 'attachments',
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { docs } = await payload.find({
    collection,
    overrideAccess: true,
    depth: 0,
    pagination: false,
    where: { id: { in: [...ids] } },
    select: { createdAt: true },
  })
  return new Set(docs.map(({ id }) => id))
}

/** The sources that the text cites and nobody knows: neither of the line's list, by number, nor stored. */
export async function unknownSources(
  payload: Payload,
  body: LexicalDocument | null,
  known: readonly string[],
): Promise<Fault[]> {
  const others = [...new Set(namedIn(body))].filter((id) => !known.includes(id as string))
  const stored = await areStored(
    payload,
    'sources',
    others.filter((id) => typeof id === 'string'),
  )
  return others
    .filter((id) => !stored.has(id as string))
    .map((id) => ({
      field: 'body',
      message: `cites the source ${JSON.stringify(id)}, which is neither in the line’s list nor stored`,
    }))
}

/** The pictures that the figures show and nobody knows: neither of the line's list, by number, nor stored. */
export async function unknownPictures(
  payload: Payload,
  body: LexicalDocument | null,
  media: readonly HeldFile[],
): Promise<Fault[]> {
  const known = new Set<unknown>(media.map(({ id }) => id))
  const others = picturesNamedIn(body).filter((id) => !known.has(id))
  const stored = await areStored(
    payload,
    'attachments',
    others.filter((id) => typeof id === 'string'),
  )
  return others
    .filter((id) => !stored.has(id as string))
    .map((id) => ({
      field: 'body',
      message: `shows the picture ${JSON.stringify(id)}, which is neither in the line’s media nor stored`,
    }))
}
