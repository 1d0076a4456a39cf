import { isSafeHref } from '../safe-href'

export type LinkFields = {
  readonly linkType?: string
  readonly url?: string
  readonly doc?: { readonly relationTo: string; readonly value: unknown } | null
}

const FOLDERS: Readonly<Record<string, string>> = { briefings: '/briefings', articles: '/blog' }

/** Where a link leads, or null where it leads nowhere the reader may be sent. */
export function hrefOf({ linkType, url, doc }: LinkFields): string | null {
  if (linkType !== 'internal') return url && isSafeHref(url) ? url : null
  const slug = (doc?.value as { slug?: string } | undefined)?.slug
  const folder = FOLDERS[doc?.relationTo ?? '']
  return slug && folder ? `${folder}/${slug}` : null
}
