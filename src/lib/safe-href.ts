const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Browsers drop these characters before they read the scheme. */
const IGNORED_BY_BROWSERS = /[\u0000-\u0020]/

/** True for addresses a reader may be sent to: http, https, mailto, tel, a fragment, or a path of this site. */
export function isSafeHref(href: string): boolean {
  if (IGNORED_BY_BROWSERS.test(href) || href.includes('\\') || href.startsWith('//')) return false
  if (href.startsWith('/') || href.startsWith('#')) return true
  return URL.canParse(href) && SAFE_PROTOCOLS.has(new URL(href).protocol)
}
