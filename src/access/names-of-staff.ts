import type { Payload } from 'payload'
import type { NamedLink } from './to-public-part'

/**
 * The name and slug of each member of staff, by id: with the officer's page, all the public may know of staff.
 *
 * One read for any number of ids. Unknown ids are left out.
 */
export async function namesOfStaff(
  payload: Payload,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, NamedLink>> {
  if (ids.size === 0) return new Map()
  const { docs } = await payload.find({
    collection: 'staff',
    where: { id: { in: [...ids] } },
    select: { name: true, slug: true },
    pagination: false,
    depth: 0,
    // Staff rows are not the public's to read: two fields of those who signed a text are.
    overrideAccess: true,
  })
  return new Map(docs.map(({ id, name, slug }) => [id, { name, slug: slug ?? '' }]))
}
