import type { JSXConverterArgs, JSXConverters } from '@payloadcms/richtext-lexical/react'
import type { ReactNode } from 'react'
import { figureCells } from '@/lib/lexical/figure-cells'
import { blocksOf, type LexicalNode, plainText } from '@/lib/lexical/nodes'

type Node = JSXConverterArgs['node']
type Args = JSXConverterArgs<Node & { readonly children: Node[] }>

// Payload's node types and ours describe the same JSON.
const ours = (node: object) => node as LexicalNode

/** `caption` is seen, under the heading that says the rest; `name` is for those who come to the table by a list. */
type TableWords = { readonly caption: string; readonly name: string }

/** “Table 2”, and “Table 2. The heading it stands under”, by table. */
function wordsOf(document: unknown): ReadonlyMap<LexicalNode, TableWords> {
  const words = new Map<LexicalNode, TableWords>()
  let heading = ''
  for (const node of blocksOf(document)) {
    if (node.type === 'heading') heading = plainText([node])
    if (node.type !== 'table') continue
    const caption = `Table ${words.size + 1}`
    words.set(node, { caption, name: heading ? `${caption}. ${heading}` : caption })
  }
  return words
}

const isHeader = (cell: LexicalNode): boolean => Number(cell.headerState ?? 0) > 0

const isHeaderRow = (row: LexicalNode | undefined): boolean =>
  row?.children !== undefined && row.children.length > 0 && row.children.every(isHeader)

type CellProps = {
  readonly cell: LexicalNode
  readonly isFigure: boolean
  readonly children: ReactNode
}

function Cell({ cell, isFigure, children }: CellProps) {
  const spans = { colSpan: spanOf(cell.colSpan), rowSpan: spanOf(cell.rowSpan) }
  const className = isFigure ? 'text-right' : undefined
  if (!isHeader(cell) || plainText([cell]) === '') {
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
  const tables = wordsOf(document)
  const figures = new Set([...tables.keys()].flatMap((table) => [...figureCells(table)]))
  return {
    table: ({ node, nodesToJSX }: Args) => {
      const words = tables.get(ours(node))
      const hasHead = isHeaderRow(ours(node).children?.[0])
      const rows = nodesToJSX({ nodes: node.children })
      return (
        <div
          role="region"
          aria-label={words?.name ?? 'Table'}
          tabIndex={0}
          className="my-8 overflow-x-auto"
        >
          <table>
            {words ? <caption>{words.caption}</caption> : null}
            {hasHead ? <thead>{rows.slice(0, 1)}</thead> : null}
            <tbody>{hasHead ? rows.slice(1) : rows}</tbody>
          </table>
        </div>
      )
    },
    tablerow: ({ node, nodesToJSX }: Args) => <tr>{nodesToJSX({ nodes: node.children })}</tr>,
    tablecell: ({ node, nodesToJSX }: Args) => (
      <Cell cell={ours(node)} isFigure={figures.has(ours(node))}>
        {nodesToJSX({ nodes: node.children })}
      </Cell>
    ),
  }
}
