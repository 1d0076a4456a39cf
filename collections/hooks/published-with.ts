import type { PayloadRequest } from 'payload'
import { titlesByPicture, type Titles } from './pictures-shown'

/** The titles of the published texts that use a row. */
export type PublishedWith = (req: PayloadRequest, id: string) => Promise<string[]>

async function briefingsNaming(
  req: PayloadRequest,
  field: 'attachments' | 'sources',
  ids: readonly string[],
): Promise<Titles> {
  const { docs } = await req.payload.find({
    collection: 'briefings',
    where: { and: [{ [field]: { in: [...ids] } }, { _status: { equals: 'published' } }] },
    pagination: false,
    depth: 0,
    select: { title: true },
    overrideAccess: true,
    req,
  })
  return new Map(docs.map(({ id, title }) => [id, title]))
}

const asReadersHaveIt = true

/** A file that lies beside a briefing, or is shown in its text. */
export const briefingsWithFile: PublishedWith = async (req, id) => {
  const beside = await briefingsNaming(req, 'attachments', [id])
  const within = await titlesByPicture(req, { collection: 'briefings', asReadersHaveIt })
  return [...new Map([...beside, ...(within.get(id) ?? [])]).values()]
}

export const articlesWithPicture: PublishedWith = async (req, id) => {
  const shown = await titlesByPicture(req, { collection: 'articles', asReadersHaveIt })
  return [...(shown.get(id)?.values() ?? [])]
}

/** A source that a briefing cites, or that readers are told to read instead of one it cites. */
export const briefingsWithSource: PublishedWith = async (req, id) => {
  const { docs } = await req.payload.find({
    collection: 'sources',
    where: { replacedBy: { equals: id } },
    pagination: false,
    depth: 0,
    select: { title: true },
    overrideAccess: true,
    req,
  })
  const titles = await briefingsNaming(req, 'sources', [id, ...docs.map((source) => source.id)])
  return [...titles.values()]
}
