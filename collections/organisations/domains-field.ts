import type { TextField } from 'payload'
import { domainFault } from '@/lib/joining-domain'
import { normaliseDomain } from '@/lib/mail-domain'

/** Domains by which people join by themselves: each of one organisation alone, neither of a mail provider nor shared by employers. */
export const domainsField: TextField = {
  name: 'domains',
  label: 'Domains',
  type: 'text',
  hasMany: true,
  admin: {
    description:
      'Domains of their e-mail addresses, such as example.gov.uk. Whoever has such an address may join by themselves while a seat is free.',
  },
  hooks: {
    beforeValidate: [
      ({ value }: { value?: unknown }): unknown =>
        Array.isArray(value) ? value.map((domain) => normaliseDomain(String(domain))) : value,
    ],
  },
  validate: async (value: unknown, { id, req }) => {
    const domains = Array.isArray(value) ? value.map(String) : []
    const faults = domains.flatMap((domain) => domainFault(domain) ?? [])
    if (faults[0]) return faults[0]
    if (domains.length === 0) return true
    const { docs } = await req.payload.find({
      collection: 'organisations',
      overrideAccess: true,
      depth: 0,
      limit: 0,
      pagination: false,
      select: { name: true, domains: true },
      req,
    })
    const other = docs.find(
      (organisation) =>
        organisation.id !== id &&
        (organisation.domains ?? []).some((domain) => domains.includes(domain)),
    )
    return other ? `${other.name} has that domain already.` : true
  },
}
