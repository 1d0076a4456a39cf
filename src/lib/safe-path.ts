const ANY_SITE = 'https://signpost.invalid'

/**
 * A path of this site that a browser may be sent to, or `fallback` for everything else: other sites in any disguise
 * (`//host`, `/\host`, `/.//host`, schemes, control characters) and what is no path at all.
 */
export function safePath(path: unknown, fallback = '/'): string {
  if (typeof path !== 'string' || !path.startsWith('/') || path.length > 2000) return fallback
  if (!URL.canParse(path, ANY_SITE)) return fallback
  const { origin, pathname, search, hash } = new URL(path, ANY_SITE)
  if (origin !== ANY_SITE || pathname.startsWith('//')) return fallback
  return `${pathname}${search}${hash}`
}
