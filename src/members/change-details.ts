import type { Payload } from 'payload'
import { oneLine } from '@/lib/one-line'

export type Details = { readonly name: string; readonly jobTitle: string }

export type DetailsAnswer =
  | { readonly kind: 'saved'; readonly details: Details }
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

/** Changes what members may change of their own row: how they are called and what they do. Safe to repeat. */
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
  await payload.update({
    collection: 'members',
    id: memberId,
    overrideAccess: true,
    depth: 0,
    data: { name: tidy.name, jobTitle: tidy.jobTitle || null },
  })
  return { kind: 'saved', details: tidy }
}
