/** What stands after the @ of an address as it is stored. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1)

/** A domain as it is kept: lower case, without an @ or a point that was typed before or after it. */
export const normaliseDomain = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/^@|\.$/g, '')

/** True where people of an organisation have addresses of their own, and this is one. Subdomains stand for themselves. */
export const hasDomainOf = (
  email: string,
  { domains }: { readonly domains?: readonly string[] | null },
): boolean => (domains ?? []).includes(domainOf(email))
