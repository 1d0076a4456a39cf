/** Providers that give an address to anybody: having one proves nothing about where a person works. */
const FOR_ANYBODY = new Set([
  'aol.com',
  'btinternet.com',
  'gmail.com',
  'gmx.com',
  'googlemail.com',
  'hotmail.co.uk',
  'hotmail.com',
  'icloud.com',
  'live.co.uk',
  'live.com',
  'mail.com',
  'me.com',
  'msn.com',
  'outlook.com',
  'proton.me',
  'protonmail.com',
  'sky.com',
  'talktalk.net',
  'virginmedia.com',
  'yahoo.co.uk',
  'yahoo.com',
])

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/

/** What stands after the @ of an address as it is stored. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1)

/** A domain as it is kept: lower case, without an @ or a point that was typed before or after it. */
export const normaliseDomain = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/^@|\.$/g, '')

/** Why a domain cannot stand for one organisation, in a sentence, or null. */
export function domainFault(domain: string): string | null {
  if (!DOMAIN.test(domain)) return `“${domain}” is not a domain, such as example.gov.uk.`
  if (!FOR_ANYBODY.has(domain)) return null
  return `${domain} gives addresses to anybody: whoever has one could join by themselves.`
}

/** True where people of an organisation have addresses of their own, and this is one. Subdomains stand for themselves. */
export const hasDomainOf = (
  email: string,
  { domains }: { readonly domains?: readonly string[] | null },
): boolean => (domains ?? []).includes(domainOf(email))
