import type { Block } from 'payload'

/** A numbered mark in the text. Its number is the place of its source in the briefing's list. */
export const Citation: Block = {
  slug: 'citation',
  interfaceName: 'CitationBlock',
  labels: { singular: 'Citation', plural: 'Citations' },
  admin: { components: { Label: '/src/admin/citing/citation-label#CitationLabel' } },
  fields: [
    { name: 'source', type: 'relationship', relationTo: 'sources', required: true },
    { name: 'page', type: 'text', admin: { description: 'For example: 12 or 12–14.' } },
  ],
}
