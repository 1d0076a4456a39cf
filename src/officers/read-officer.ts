import type { Payload } from 'payload'

export type Officer = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly jobTitle: string | null
  readonly biography: string | null
}

export type OfficerReading =
  { readonly kind: 'found'; readonly officer: Officer } | { readonly kind: 'missing' }

/**
 * What the public may know of somebody on the staff. Whether they have a page is the caller's to say: only those
 * who have signed something published should.
 */
export async function readOfficer({
  payload,
  slug,
}: {
  readonly payload: Payload
  readonly slug: string
}): Promise<OfficerReading> {
  const { docs } = await payload.find({
    collection: 'staff',
    where: { slug: { equals: slug } },
    limit: 1,
    pagination: false,
    depth: 0,
    select: { slug: true, name: true, jobTitle: true, biography: true },
    // Staff rows are not the public's to read: these four fields are.
    overrideAccess: true,
  })
  const row = docs[0]
  if (!row) return { kind: 'missing' }
  return {
    kind: 'found',
    officer: {
      id: row.id,
      slug: row.slug ?? '',
      name: row.name,
      jobTitle: row.jobTitle ?? null,
      biography: row.biography ?? null,
    },
  }
}
