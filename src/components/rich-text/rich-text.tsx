import { type JSXConverters, RichText as Lexical } from '@payloadcms/richtext-lexical/react'
import type { ComponentProps } from 'react'
import type { Citations } from '@/lib/lexical/citations'
import { blockConverters } from './block-converters'
import type { PictureAddress } from './figure'
import { inlineConverters } from './inline-converters'
import { anchorsByHeading } from './heading-anchors'
import { tableConverters } from './table-converters'

type LexicalData = ComponentProps<typeof Lexical>['data']

type RichTextProps = {
  /** The editor's JSON. */
  readonly document: unknown
  readonly citations?: Citations
  /** The numbers of the sources by id, for case studies. */
  readonly sourceIds?: readonly string[]
  /** The references as plain words, in the order of their numbers: a mark shows its own. */
  readonly references?: readonly string[]
  /** What to know of a source before trusting it, in the same order; null for most. */
  readonly warnings?: readonly (string | null)[]
  /** Which events of a timeline are still to come. */
  readonly now?: Date
  /** Articles set their quotations as pull quotes. */
  readonly quotes?: 'plain' | 'pull'
  /** Where members’ pictures are to be had, by this reader’s right. Articles leave it out: theirs are public. */
  readonly pictureAddress?: PictureAddress
}

/** What an officer wrote, as the page shows it. Nodes this page does not know are walked through by their children. */
export function RichText(props: RichTextProps) {
  const { document, citations, sourceIds = [], references = [], quotes = 'plain' } = props
  const { now = new Date(), warnings = [], pictureAddress = null } = props
  if (!document) return null
  const converters: JSXConverters = {
    ...inlineConverters,
    ...blockConverters({
      anchors: anchorsByHeading(document),
      citations,
      sourceIds,
      references,
      warnings,
      quotes,
      now,
      pictureAddress,
    }),
    ...tableConverters(document),
  }
  return (
    <div className="prose">
      <Lexical
        data={document as LexicalData}
        converters={converters}
        disableContainer
        disableIndent
        disableTextAlign
      />
    </div>
  )
}
