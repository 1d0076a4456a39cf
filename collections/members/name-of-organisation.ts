import type { PayloadRequest } from 'payload'

/** How the record calls an organisation: its name at the time with its id, or the id alone where it is no more. */
export async function nameOfOrganisation(req: PayloadRequest, id: string): Promise<string> {
  const found = await req.payload.findByID({
    collection: 'organisations',
    id,
    overrideAccess: true,
    depth: 0,
    select: { name: true },
    disableErrors: true,
    req,
  })
  return found ? `${found.name} (${id})` : `organisation ${id}`
}
