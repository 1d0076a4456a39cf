const SAYS_WHO_SENT = /^(utm_.+|fbclid|gclid|mc_[ce]id)$/

/**
 * An address as it is compared: two ways to write the same page are one. Null for what is no web address and for the
 * front page of a site, which many a source is cited by.
 */
export function canonicalUrl(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null
  const { protocol, hostname, port, pathname, searchParams } = new URL(url)
  if (protocol !== 'http:' && protocol !== 'https:') return null
  const asked = [...searchParams]
    .filter(([name]) => !SAYS_WHO_SENT.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
  const path = pathname.replace(/\/+$/, '')
  if (path === '' && asked.length === 0) return null
  const host = hostname.replace(/^www\./, '') + (port ? `:${port}` : '')
  return `${host}${path}${asked.length > 0 ? `?${asked.join('&')}` : ''}`
}
