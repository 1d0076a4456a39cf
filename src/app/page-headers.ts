const SEC_FETCH = ['sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest', 'sec-fetch-user']

/** A page asked for by following a link or typing an address. Browsers name an `Origin` with every other method. */
function isPageVisit(headers: Headers): boolean {
  if (headers.has('origin')) return false
  const isSilent = SEC_FETCH.every((name) => !headers.has(name))
  const isDocument =
    headers.get('sec-fetch-mode') === 'navigate' && headers.get('sec-fetch-dest') === 'document'
  return isSilent || isDocument
}

/**
 * The headers to sign staff in by, for reading alone.
 *
 * Payload takes no cookie from a visit that began on another site, such as a link in webmail, although the cookie's
 * `SameSite=Lax` has already let it through. For a visit to a page, and nothing else, the copy says `same-origin`.
 */
export function signInHeaders(headers: Headers): Headers {
  const copy = new Headers(headers)
  if (isPageVisit(headers)) copy.set('sec-fetch-site', 'same-origin')
  return copy
}
