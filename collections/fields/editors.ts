import {
  BlocksFeature,
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  BlockquoteFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import { isSafeHref } from '@/lib/safe-href'
import { CaseStudy } from './case-study-block'
import { Citation } from './citation-block'
import { CitationTypingFeature } from './citation-typing'
import { EVIDENCE_BLOCKS } from './evidence-blocks'
import { ArticleFigure, Figure } from './figure-block'

const writing = () => [
  ParagraphFeature(),
  HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
  BoldFeature(),
  ItalicFeature(),
  SubscriptFeature(),
  SuperscriptFeature(),
  UnorderedListFeature(),
  OrderedListFeature(),
  BlockquoteFeature(),
  HorizontalRuleFeature(),
  EXPERIMENTAL_TableFeature(),
  LinkFeature({
    enabledCollections: ['briefings', 'articles'],
    fields: ({ defaultFields }) =>
      defaultFields.map((field) =>
        'name' in field && field.name === 'url' && field.type === 'text'
          ? {
              ...field,
              validate: (value: unknown, { siblingData }: { siblingData: unknown }) =>
                (siblingData as { linkType?: string }).linkType === 'internal' ||
                (typeof value === 'string' && isSafeHref(value)) ||
                'Links may lead to http, https, mailto or tel addresses, or to a page of this site.',
            }
          : field,
      ),
  }),
  FixedToolbarFeature(),
  InlineToolbarFeature(),
]

/** The editor of a briefing's body: text, tables, figures, case studies and numbered citations. */
export const briefingEditor = () =>
  lexicalEditor({
    features: [
      ...writing(),
      BlocksFeature({ blocks: [CaseStudy, ...EVIDENCE_BLOCKS, Figure], inlineBlocks: [Citation] }),
      CitationTypingFeature(),
    ],
  })

/** The editor of the public blog: text, tables and pictures. */
export const articleEditor = () =>
  lexicalEditor({
    features: [
      ...writing(),
      BlocksFeature({ blocks: [ArticleFigure] }),
      UploadFeature({ enabledCollections: ['media'] }),
    ],
  })
