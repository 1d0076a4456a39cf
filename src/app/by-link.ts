/** Said with every answer to a link from a mail: its token is nobody else's to keep, pass on or list. */
export const BY_LINK = {
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
} as const

/** Sends a browser on to a page of this site, by GET. */
export const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { ...BY_LINK, Location: path } })

const MOST_BYTES = 100_000

/** The form a request carries, or null for one that is none or too long to be ours. */
export async function readForm(request: Request): Promise<FormData | null> {
  if (Number(request.headers.get('content-length') ?? Infinity) > MOST_BYTES) return null
  try {
    return await request.formData()
  } catch {
    return null
  }
}
