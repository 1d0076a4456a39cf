import type { Payload, Where } from 'payload'
import { ring } from '@/lib/wake'
import type { Source } from '@/payload-types'
import { moveCitations } from './move-citations'

export type MergeArgs = {
  readonly payload: Payload
  /** The source that stays. */
  readonly kept: string
  /** The source whose citations move to it, and which then goes. */
  readonly gone: string
  readonly now: Date
}

export type MergeOutcome =
  | {
      readonly kind: 'merged'
      /** Briefings whose citations moved at this call. */
      readonly briefings: number
    }
  | { readonly kind: 'same' }
  | { readonly kind: 'no-such-source' }
  /** It is cited anew as often as it is moved: somebody is writing. Nothing is lost; try again. */
  | { readonly kind: 'busy' }

const MOST_ROUNDS = 3

const sourceOf = (payload: Payload, id: string): Promise<Source | null> =>
  payload.findByID({
    collection: 'sources',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })

const FILLED = ['publisher', 'year', 'url', 'doi', 'archivedUrl', 'geography', 'note'] as const

/** What the one that goes knew and the one that stays did not, and under which ids it is known from now on. */
function learned(kept: Source, gone: Source): Partial<Source> {
  const names = FILLED.filter((name) => !kept[name] && gone[name])
  const ids = [...(kept.mergedFrom ?? []), ...(gone.mergedFrom ?? []), gone.id]
  return {
    ...Object.fromEntries(names.map((name) => [name, gone[name]])),
    ...(kept.authors?.length ? {} : { authors: gone.authors ?? [] }),
    mergedFrom: [...new Set(ids)],
  }
}

/** From here on whoever saves a text that cites `gone` cites `kept` (`collections/briefings/hooks`). */
async function learn({ payload, kept, gone }: MergeArgs, staying: Source, going: Source) {
  await payload.update({
    collection: 'sources',
    id: kept,
    data: learned(staying, going),
    depth: 0,
    overrideAccess: true,
  })
  const readsGone: Where = { replacedBy: { equals: gone } }
  await payload.update({
    collection: 'sources',
    where: { and: [readsGone, { id: { not_equals: kept } }] },
    data: { replacedBy: kept },
    depth: 0,
    overrideAccess: true,
  })
}

/**
 * Makes two sources one: every citation of `gone`, in what readers have, in drafts and in all versions kept, becomes one
 * of `kept`; then `gone` is deleted.
 *
 * It moves marks and no words, and so makes no version, no edition and no step of a review. Safe to repeat, also after a
 * crash in the middle: `gone` is deleted last, and only once nothing cites it. A text that somebody has open meanwhile
 * comes to cite `kept` when it is saved.
 */
export async function mergeSources(args: MergeArgs): Promise<MergeOutcome> {
  const { payload, kept, gone } = args
  if (kept === gone) return { kind: 'same' }
  const [staying, going] = [await sourceOf(payload, kept), await sourceOf(payload, gone)]
  if (!staying) return { kind: 'no-such-source' }
  if (going) await learn(args, staying, going)
  const touched = new Set<string>()
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const now = await moveCitations(args)
    if (now.size === 0) {
      if (going) await payload.delete({ collection: 'sources', id: gone, overrideAccess: true })
      ring()
      return { kind: 'merged', briefings: touched.size }
    }
    for (const id of now) touched.add(id)
  }
  return { kind: 'busy' }
}
