import type { JSXConverters } from '@payloadcms/richtext-lexical/react'
import type { Citations } from '@/lib/lexical/citations'
import type { LexicalNode } from '@/lib/lexical/nodes'
import { levelOf } from '@/lib/lexical/outline'
import type {
  ArticleFigureBlock,
  CaseStudyBlock,
  ChartBlock,
  ComparisonTableBlock,
  FigureBlock,
  KeyStatisticBlock,
  Media,
  PullOutBlock,
  TimelineBlock,
} from '@/payload-types'
import { CaseStudy } from './case-study'
import { CitationMark } from './citation-mark'
import { Chart, ComparisonTable, KeyStatistic, PullOut } from './evidence-blocks'
import { Figure, type PictureAddress } from './figure'
import { listConverters } from './list-converters'
import { Timeline } from './timeline'

export type BlockContext = {
  readonly anchors: ReadonlyMap<LexicalNode, string>
  readonly citations: Citations | undefined
  readonly sourceIds: readonly string[]
  readonly references: readonly string[]
  /** What to know of a source before trusting it, by its number less one; null for most. */
  readonly warnings: readonly (string | null)[]
  readonly quotes: 'plain' | 'pull'
  /** Which events of a timeline are still to come. */
  readonly now: Date
  /** Where members’ pictures are to be had; null where the pictures are public. */
  readonly pictureAddress: PictureAddress | null
}

// Payload's node types and ours describe the same JSON.
const ours = (node: object) => node as LexicalNode

const Picture = ({ picture }: { readonly picture: Media }) => {
  const wide = picture.sizes?.wide
  return (
    <figure>
      <img
        src={wide?.url ?? picture.url ?? ''}
        width={wide?.width ?? picture.width ?? undefined}
        height={wide?.height ?? picture.height ?? undefined}
        alt={picture.alt}
        loading="lazy"
      />
      {picture.credit ? <figcaption>{picture.credit}</figcaption> : null}
    </figure>
  )
}

/** Paragraphs, headings with their anchors, quotations, pictures, case studies and citations. */
export const blockConverters = (context: BlockContext): JSXConverters => ({
  ...listConverters,
  paragraph: ({ node, nodesToJSX }) =>
    node.children.length > 0 ? <p>{nodesToJSX({ nodes: node.children })}</p> : null,
  heading: ({ node, nodesToJSX }) => {
    const Heading = levelOf(ours(node)) === 3 ? 'h3' : 'h2'
    const anchor = context.anchors.get(ours(node))
    return anchor ? <Heading id={anchor}>{nodesToJSX({ nodes: node.children })}</Heading> : null
  },
  horizontalrule: <hr />,
  quote: ({ node, nodesToJSX }) =>
    context.quotes === 'pull' ? (
      <aside className="pull-quote" aria-label="Pull quote">
        <p>{nodesToJSX({ nodes: node.children })}</p>
      </aside>
    ) : (
      <blockquote>
        <p>{nodesToJSX({ nodes: node.children })}</p>
      </blockquote>
    ),
  upload: ({ node }) =>
    typeof node.value === 'object' ? <Picture picture={node.value as unknown as Media} /> : null,
  blocks: {
    caseStudy: ({ node }) => (
      <CaseStudy study={node.fields as unknown as CaseStudyBlock} sourceIds={context.sourceIds} />
    ),
    keyStatistic: ({ node }) => (
      <KeyStatistic
        block={node.fields as unknown as KeyStatisticBlock}
        sourceIds={context.sourceIds}
      />
    ),
    pullOut: ({ node }) => <PullOut block={node.fields as unknown as PullOutBlock} />,
    comparisonTable: ({ node }) => (
      <ComparisonTable
        block={node.fields as unknown as ComparisonTableBlock}
        sourceIds={context.sourceIds}
      />
    ),
    chart: ({ node }) => (
      <Chart block={node.fields as unknown as ChartBlock} sourceIds={context.sourceIds} />
    ),
    figure: ({ node }) => (
      <Figure
        block={node.fields as unknown as FigureBlock | ArticleFigureBlock}
        addressOf={context.pictureAddress}
      />
    ),
    timeline: ({ node }) => (
      <Timeline timeline={node.fields as unknown as TimelineBlock} now={context.now} />
    ),
  },
  inlineBlocks: {
    citation: ({ node }) => {
      const citation = context.citations?.get(ours(node))
      return citation ? (
        <CitationMark
          number={citation.number}
          anchor={citation.anchor}
          page={citation.page}
          reference={context.references[citation.number - 1] ?? null}
          warning={context.warnings[citation.number - 1] ?? null}
        />
      ) : null
    },
  },
  unknown: ({ node, nodesToJSX }) => {
    const { children } = node as { children?: (typeof node)[] }
    return children ? <>{nodesToJSX({ nodes: children })}</> : null
  },
})
