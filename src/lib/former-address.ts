const LONGEST = 300
/** No page of ours: only parsed against. */
const HERE = 'https://signpost.invalid'

/**
 * The path, with its query, by which an address of an earlier site is looked up on this one; null for what is none.
 *
 * The host is left out, since the domain moves along; a slash at the end and the fragment do not count.
 */
export function toFormerAddress(address: string): string | null {
  const written = address.trim()
  if (written === '' || !URL.canParse(written, HERE)) return null
  const { protocol, pathname, search } = new URL(written, HERE)
  if (protocol !== 'http:' && protocol !== 'https:') return null
  const path = `${pathname.replace(/\/+$/, '')}${search}`
  return path === '' || path.length > LONGEST ? null : path
}
