import { setImmediate } from 'node:timers/promises'
import type { CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { picturesIn } from '@/lib/lexical/pictures'
import { refusal } from '@/lib/refusal'

const NAMED = 3

/** So many texts are held in memory at a time. */
const AT_A_TIME = 50

async function briefingIds(req: PayloadRequest): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: 'briefings',
    pagination: false,
    depth: 0,
    select: { reference: true },
    overrideAccess: true,
    req,
  })
  return docs.map(({ id }) => id)
}

const textsOf = async (req: PayloadRequest, ids: readonly string[], draft: boolean) => {
  const { docs } = await req.payload.find({
    collection: 'briefings',
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

/** The titles of briefings, by their ids. */
type Titles = Map<string, string>

/** Which briefings show which picture, as readers have them or as the newest draft has them. */
async function titlesByPicture(req: PayloadRequest): Promise<ReadonlyMap<string, Titles>> {
  const shown = new Map<string, Titles>()
  const ids = await briefingIds(req)
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    await setImmediate()
    const some = ids.slice(from, from + AT_A_TIME)
    for (const briefing of [
      ...(await textsOf(req, some, false)),
      ...(await textsOf(req, some, true)),
    ]) {
      for (const picture of picturesIn(briefing.body)) {
        const titles = shown.get(picture) ?? new Map<string, string>()
        shown.set(picture, titles.set(briefing.id, briefing.title))
      }
    }
  }
  return shown
}

/** Read once a request, however many files it deletes. */
const shownPictures = (
  { context }: PayloadRequest,
  read: () => ReturnType<typeof titlesByPicture>,
) => (context.shownPictures ??= read()) as ReturnType<typeof titlesByPicture>

/**
 * A picture that briefings show cannot vanish from their text, whether readers have that text or only colleagues.
 *
 * Which texts show it is found by reading them all: nothing else holds it, and a file is seldom deleted. Drafts are named too:
 * whoever may not delete, and that is everybody but editors, is refused before this is asked.
 */
export const refuseWhileItIsShown: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const shown = await shownPictures(req, () => titlesByPicture(req))
  const titles = [...(shown.get(String(id))?.values() ?? [])]
  if (titles.length === 0) return
  const named = titles
    .toSorted((one, other) => one.localeCompare(other, 'en-GB'))
    .slice(0, NAMED)
    .map((title) => `“${title}”`)
  const more = titles.length > NAMED ? ` and ${titles.length - NAMED} more` : ''
  throw refusal(
    `This picture is shown by ${named.join(', ')}${more}. Take it out of them first.`,
    409,
  )
}
