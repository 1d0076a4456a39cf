/**
 * A mail's HTML as a page of its own, in which nothing runs, nothing is fetched and nothing is sent anywhere.
 *
 * Its own policy, since a mail has its styles in it and the site's pages may not; framed by this site alone.
 */
export const mailAnswer = (html: string): Response =>
  new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      'X-Frame-Options': 'SAMEORIGIN',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
