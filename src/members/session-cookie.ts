/** Browsers keep no cookie longer than this. How long a session lasts is decided by its row alone, which slides. */
const LONGEST_A_BROWSER_KEEPS_SECONDS = 400 * 24 * 60 * 60

/** The cookie's name: with the `__Host-` prefix wherever the site is served over https. */
export const sessionCookieName = (isLoopback: boolean): string =>
  isLoopback ? 'signpost-member' : '__Host-signpost-member'

/** How the cookie is set: out of scripts' reach, sent with links from elsewhere but never with their forms. */
export const sessionCookieOptions = (isLoopback: boolean) =>
  ({
    httpOnly: true,
    secure: !isLoopback,
    sameSite: 'lax',
    path: '/',
    maxAge: LONGEST_A_BROWSER_KEEPS_SECONDS,
  }) as const
