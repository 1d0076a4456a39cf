import type { Payload } from 'payload'
import { lacksCredit } from '@/lib/lexical/pictures'
import { refusedFields } from '@/lib/refused-fields'
import type { Briefing } from '@/payload-types'
import type { BriefingData } from './briefing-data'
import type { Fault } from './faults'
import { freeSlug } from './free-slug'

/** A draft without a summary, or a credit of a picture, is no whole briefing yet: it is saved as the admin saves one. */
const isUnready = (data: BriefingData, stored: Briefing | null): boolean =>
  data._status === 'draft' &&
  (!(data.summary ?? stored?.summary) || lacksCredit(data.body ?? stored?.body))

const create = async (payload: Payload, data: BriefingData): Promise<Briefing> => {
  const slug =
    data.slug ??
    (await freeSlug(payload, 'briefings', data.title ?? '', data.reference ?? 'briefing'))
  return payload.create({
    collection: 'briefings',
    overrideAccess: true,
    depth: 0,
    draft: isUnready(data, null),
    data: { ...data, slug } as never,
  })
}

export type Saving =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }

/** Saves a briefing, or says what the collection has against it. Whatever else goes wrong is thrown. */
export async function saveBriefing(
  payload: Payload,
  stored: Briefing | null,
  data: BriefingData,
): Promise<Saving> {
  try {
    const { id } = stored
      ? await payload.update({
          collection: 'briefings',
          id: stored.id,
          overrideAccess: true,
          depth: 0,
          draft: isUnready(data, stored),
          data: data as never,
        })
      : await create(payload, data)
    return { kind: 'saved', id }
  } catch (fault) {
    const refused = refusedFields(fault)
    if (!refused) throw fault
    const faults = refused.map(({ path, message }) => ({ field: path, message }))
    return { kind: 'faulty', faults }
  }
}
