import type { JSXConverterArgs, JSXConverters } from '@payloadcms/richtext-lexical/react'
import type { ReactNode } from 'react'
import { blocksOf, type LexicalNode, plainText } from '@/lib/lexical/nodes'

type Node = JSXConverterArgs['node']
type Args = JSXConverterArgs<Node & { readonly children: Node[] }>

// Payload's node types and ours describe the same JSON.
const ours = (node: object) => node as LexicalNode

/** “Table 2. The heading it stands under”, by table. */
function captionsOf(document: unknown): ReadonlyMap<LexicalNode, string> {
  const captions = new Map<LexicalNode, string>()
  let heading = ''
  for (const node of blocksOf(document)) {
    if (node.type === 'heading') heading = plainText([node])
    if (node.type !== 'table') continue
    captions.set(node, [`Table ${captions.size + 1}`, heading].filter(Boolean).join('. '))
  }
  return captions
}

const isHeader = (cell: LexicalNode): boolean => Number(cell.headerState ?? 0) > 0

const isHeaderRow = (row: LexicalNode | undefined): boolean =>
  row?.children !== undefined && row.children.length > 0 && row.children.every(isHeader)

const FIGURE = /^[£€$+−–-]?\s?[\d.,]+\s?(%|m|bn|million|billion)?$/

function Cell({ cell, children }: { readonly cell: LexicalNode; readonly children: ReactNode }) {
  const words = plainText([cell])
  const spans = { colSpan: spanOf(cell.colSpan), rowSpan: spanOf(cell.rowSpan) }
  const className = FIGURE.test(words) ? 'text-right' : undefined
  if (!isHeader(cell) || words === '') {
    return (
      <td {...spans} className={className}>
        {children}
      </td>
    )
  }
  return (
    <th {...spans} scope={cell.headerState === 2 ? 'row' : 'col'} className={className}>
      {children}
    </th>
  )
}

const spanOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value > 1 ? value : undefined

/** Tables that scroll by themselves, with a caption, and headers that say what they head. */
export function tableConverters(document: unknown): JSXConverters {
  const captions = captionsOf(document)
  return {
    table: ({ node, nodesToJSX }: Args) => {
      const caption = captions.get(ours(node)) ?? 'Table'
      const hasHead = isHeaderRow(ours(node).children?.[0])
      const rows = nodesToJSX({ nodes: node.children })
      return (
        <div role="region" aria-label={caption} tabIndex={0} className="my-8 overflow-x-auto">
          <table>
            <caption>{caption}</caption>
            {hasHead ? <thead>{rows.slice(0, 1)}</thead> : null}
            <tbody>{hasHead ? rows.slice(1) : rows}</tbody>
          </table>
        </div>
      )
    },
    tablerow: ({ node, nodesToJSX }: Args) => <tr>{nodesToJSX({ nodes: node.children })}</tr>,
    tablecell: ({ node, nodesToJSX }: Args) => (
      <Cell cell={ours(node)}>{nodesToJSX({ nodes: node.children })}</Cell>
    ),
  }
}
