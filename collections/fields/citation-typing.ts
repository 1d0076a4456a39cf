import { createServerFeature } from '@payloadcms/richtext-lexical'

/** Citations typed into the text: `[@` opens a list of sources (docs/decisions/032-typed-citations.md). */
export const CitationTypingFeature = createServerFeature({
  key: 'citationTyping',
  dependencies: ['blocks'],
  feature: { ClientFeature: '/src/admin/citing/citation-typing#CitationTyping' },
})
