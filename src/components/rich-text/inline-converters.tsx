import {
  type JSXConverters,
  LinebreakJSXConverter,
  TabJSXConverter,
  TextJSXConverter,
} from '@payloadcms/richtext-lexical/react'
import type { ReactNode } from 'react'
import { isSafeHref } from '@/lib/safe-href'

type LinkFields = {
  readonly linkType?: string
  readonly url?: string
  readonly doc?: { readonly relationTo: string; readonly value: unknown } | null
}

const FOLDERS: Readonly<Record<string, string>> = { briefings: '/briefings', articles: '/blog' }

/** Where a link leads, or null where it leads nowhere the reader may be sent. */
function hrefOf({ linkType, url, doc }: LinkFields): string | null {
  if (linkType !== 'internal') return url && isSafeHref(url) ? url : null
  const slug = (doc?.value as { slug?: string } | undefined)?.slug
  const folder = FOLDERS[doc?.relationTo ?? '']
  return slug && folder ? `${folder}/${slug}` : null
}

const Link = ({
  fields,
  children,
}: {
  readonly fields: LinkFields
  readonly children: ReactNode
}) => {
  const href = hrefOf(fields)
  return href ? <a href={href}>{children}</a> : <>{children}</>
}

/** Text, breaks and links. A link that is not safe, or to what the reader may not know of, is its words alone. */
export const inlineConverters: JSXConverters = {
  ...TextJSXConverter,
  ...LinebreakJSXConverter,
  ...TabJSXConverter,
  link: ({ node, nodesToJSX }) => (
    <Link fields={node.fields}>{nodesToJSX({ nodes: node.children })}</Link>
  ),
  autolink: ({ node, nodesToJSX }) => (
    <Link fields={node.fields}>{nodesToJSX({ nodes: node.children })}</Link>
  ),
}
