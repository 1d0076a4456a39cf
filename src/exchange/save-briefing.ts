import type { Payload } from 'payload'
import { refusedFields } from '@/lib/refused-fields'
import type { Briefing } from '@/payload-types'
import type { BriefingData } from './briefing-data'
import { lexicalFaults } from './check-lexical'
import type { Fault } from './faults'
import { freeSlug } from './free-slug'

/** A draft without a summary, or with a block that lacks something, is no whole briefing yet: it is saved as the admin saves one. */
function isUnready(data: BriefingData, stored: Briefing | null): boolean {
  if (data._status !== 'draft') return false
  const body = data.body ?? stored?.body
  return !(data.summary ?? stored?.summary) || (Boolean(body) && lexicalFaults(body).length > 0)
}

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
