import type { Payload } from 'payload'
import { domainFault } from '@/lib/joining-domain'

/**
 * Says how many domains people join by.
 *
 * @throws naming each, with its organisation, that cannot stand for one: kept from before it was refused.
 */
export async function joiningDomains(payload: Payload): Promise<string> {
  const { docs } = await payload.find({
    collection: 'organisations',
    overrideAccess: true,
    depth: 0,
    limit: 0,
    pagination: false,
    sort: 'name',
    select: { name: true, domains: true },
  })
  const kept = docs.flatMap(({ name, domains }) =>
    (domains ?? []).map((domain) => ({ name, domain })),
  )
  const faults = kept.flatMap(({ name, domain }) => {
    const fault = domainFault(domain)
    return fault === null ? [] : [`${name}: ${fault}`]
  })
  if (faults.length > 0) throw new Error(faults.join(' '))
  return kept.length === 1
    ? 'one domain, of one organisation'
    : `${kept.length} domains, each of one organisation`
}
