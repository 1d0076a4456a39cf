import type { Payload } from 'payload'
import { namesOfStaff } from '@/access/names-of-staff'
import type { NamedLink } from '@/access/to-public-part'
import { idsOf } from '@/lib/ids'
import type { Briefing } from '@/payload-types'

/** Name and slug of everyone who signed one of `briefings`, by id, in one read. */
export const authorsOf = (
  payload: Payload,
  briefings: readonly Pick<Briefing, 'authors'>[],
): Promise<ReadonlyMap<string, NamedLink>> =>
  namesOfStaff(payload, new Set(briefings.flatMap(({ authors }) => idsOf(authors))))

/** The authors of one briefing in their own order. */
export const authorsIn = (
  known: ReadonlyMap<string, NamedLink>,
  { authors }: Pick<Briefing, 'authors'>,
): readonly NamedLink[] =>
  idsOf(authors).flatMap((id) => {
    const author = known.get(id)
    return author ? [author] : []
  })
