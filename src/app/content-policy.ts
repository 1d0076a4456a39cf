export type PolicyFor = {
  /** Admits the scripts of this answer and no others. */
  readonly nonce: string
  readonly place: 'site' | 'desk'
  readonly isHttps: boolean
  /** Next’s development server evaluates code and writes styles into pages. */
  readonly isDevelopment: boolean
}

/**
 * The Content-Security-Policy of a page. Scripts run by nonce alone; the site has no inline styles, the officers’ desk,
 * which is Payload’s, needs them.
 */
export function contentPolicy({ nonce, place, isHttps, isDevelopment }: PolicyFor): string {
  const isDesk = place === 'desk'
  const looseStyles = isDesk || isDevelopment
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${looseStyles ? " 'unsafe-inline'" : ''}`,
    `img-src 'self' data:${isDesk ? ' blob:' : ''}`,
    `font-src 'self'${isDesk ? ' data:' : ''}`,
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    ...(isDesk ? ["worker-src 'self' blob:"] : []),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${isDesk ? "'self'" : "'none'"}`,
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** Of a file: nothing in it runs, or loads anything. */
export const FILE_POLICY = "default-src 'none'; sandbox"

const FILES =
  /^\/(attachments\/[^/]+|briefings\/[^/]+\/(word|pictures\/[^/]+)|review\/[^/]+\/pictures\/[^/]+)$/

/** Whether a file is served at an address, and not a page: what is said before a route outweighs what the route says. */
export const isOfFile = (pathname: string): boolean => FILES.test(pathname)
