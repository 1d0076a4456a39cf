import { type JSXConverters, ListJSXConverter } from '@payloadcms/richtext-lexical/react'

/**
 * Lists, a numbered one from the number it was given: Payload's own converter leaves that out. What holds a list within a
 * list has no mark of its own: by a class, since the policy of our pages takes no style in a tag.
 */
export const listConverters: JSXConverters = {
  ...ListJSXConverter,
  list: ({ node, nodesToJSX }) => {
    const children = nodesToJSX({ nodes: node.children })
    if (node.tag !== 'ol') return <ul className={`list-${node.listType}`}>{children}</ul>
    const start = Number.isInteger(node.start) && node.start !== 1 ? node.start : undefined
    return (
      <ol className={`list-${node.listType}`} start={start}>
        {children}
      </ol>
    )
  },
  listitem: ({ node, nodesToJSX }) => {
    const holdsList = node.children.some(({ type }) => type === 'list')
    return (
      <li className={holdsList ? 'list-none' : undefined} value={node.value}>
        {nodesToJSX({ nodes: node.children })}
      </li>
    )
  },
}
