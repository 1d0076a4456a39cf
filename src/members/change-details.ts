import type { Payload } from 'payload'
import { oneLine } from '@/lib/one-line'
import { throughConflicts } from '@/lib/write-once'

export type Details = { readonly name: string; readonly jobTitle: string }

export type DetailsAnswer =
  | { readonly kind: 'saved'; readonly details: Details }
  | { readonly kind: 'left' }
  | { readonly kind: 'faulty'; readonly faults: Partial<Record<keyof Details, string>> }

const MOST = 120

function faultsOf({ name, jobTitle }: Details): Partial<Record<keyof Details, string>> {
  const tooLong = `That is too long: ${MOST} characters are the most we can keep.`
  return {
    ...(name === '' ? { name: 'Tell us your name.' } : {}),
    ...(name.length > MOST ? { name: tooLong } : {}),
    ...(jobTitle.length > MOST ? { jobTitle: tooLong } : {}),
  }
}

/**
 * Changes what members may change of their own row: how they are called and what they do. Safe to repeat.
 *
 * These two columns alone are written, and only while the member has not left: a save of the whole row would undo a removal, or
 * a change of address, that was done while it was under way.
 */
export async function changeDetails({
  payload,
  memberId,
  details,
}: {
  payload: Payload
  memberId: string
  details: Details
}): Promise<DetailsAnswer> {
  const tidy = { name: oneLine(details.name), jobTitle: oneLine(details.jobTitle) }
  const faults = faultsOf(tidy)
  if (Object.keys(faults).length > 0) return { kind: 'faulty', faults }
  const row: unknown = await throughConflicts(() =>
    payload.db.updateOne({
      collection: 'members',
      where: { and: [{ id: { equals: memberId } }, { leftAt: { exists: false } }] },
      data: { name: tidy.name, jobTitle: tidy.jobTitle || null },
      options: { atomic: true },
    }),
  )
  return row === null ? { kind: 'left' } : { kind: 'saved', details: tidy }
}
