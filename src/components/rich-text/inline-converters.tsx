import {
  type JSXConverters,
  LinebreakJSXConverter,
  TabJSXConverter,
  TextJSXConverter,
} from '@payloadcms/richtext-lexical/react'
import type { ReactNode } from 'react'
import { hrefOf, type LinkFields } from '@/lib/lexical/link-href'

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
