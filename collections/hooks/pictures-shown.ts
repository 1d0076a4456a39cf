import { setImmediate } from 'node:timers/promises'
import type { PayloadRequest, Where } from 'payload'
import { picturesIn, uploadsIn } from '@/lib/lexical/pictures'

/** What is written with pictures in its text. */
export type Written = 'articles' | 'briefings'

/** Titles by the ids of what bears them. */
export type Titles = Map<string, string>

/** So many texts are held in memory at a time. */
const AT_A_TIME = 50

type Sought = {
  readonly collection: Written
  /** What readers have alone; else what the newest draft shows too. */
  readonly asReadersHaveIt: boolean
}

const allOrPublic = ({ asReadersHaveIt }: Sought): Where[] =>
  asReadersHaveIt ? [{ _status: { equals: 'published' } }] : []

async function idsOf(req: PayloadRequest, sought: Sought): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: sought.collection,
    where: { and: allOrPublic(sought) },
    pagination: false,
    depth: 0,
    select: { slug: true },
    overrideAccess: true,
    req,
  })
  return docs.map(({ id }) => id)
}

type Part = { readonly collection: Written; readonly ids: readonly string[] }

const textsOf = async (req: PayloadRequest, { collection, ids }: Part, draft: boolean) => {
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: [...ids] } },
    draft,
    pagination: false,
    depth: 0,
    select: { title: true, body: true },
    overrideAccess: true,
    req,
  })
  return docs
}

/**
 * Which texts show which picture. Found by reading them all, in parts: nothing else holds it, and a file is seldom deleted or
 * replaced.
 */
export async function titlesByPicture(
  req: PayloadRequest,
  sought: Sought,
): Promise<ReadonlyMap<string, Titles>> {
  const shown = new Map<string, Titles>()
  const ids = await idsOf(req, sought)
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    await setImmediate()
    const part = { collection: sought.collection, ids: ids.slice(from, from + AT_A_TIME) }
    for (const { id, title, body } of [
      ...(await textsOf(req, part, false)),
      ...(sought.asReadersHaveIt ? [] : await textsOf(req, part, true)),
    ]) {
      for (const picture of [...picturesIn(body), ...uploadsIn(body)]) {
        const titles = shown.get(picture) ?? new Map<string, string>()
        shown.set(picture, titles.set(id, title))
      }
    }
  }
  return shown
}
