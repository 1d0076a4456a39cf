import type { Block } from 'payload'

/** “Ideas in Practice”: what somebody did, and what came of it. Set apart from the text on the page. */
export const CaseStudy: Block = {
  slug: 'caseStudy',
  interfaceName: 'CaseStudyBlock',
  labels: { singular: 'Case study', plural: 'Case studies' },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 200 },
    {
      type: 'row',
      fields: [
        {
          name: 'who',
          type: 'text',
          required: true,
          admin: { description: 'The organisation or partnership that ran it.' },
        },
        { name: 'where', type: 'text', required: true, admin: { description: 'The place.' } },
      ],
    },
    {
      name: 'what',
      label: 'What was done',
      type: 'textarea',
      required: true,
    },
    {
      name: 'outcome',
      label: 'What came of it',
      type: 'textarea',
      required: true,
      admin: { description: 'Only what the source says. Say so where no result is known yet.' },
    },
    {
      name: 'contact',
      type: 'text',
      admin: { description: 'A team or a page to turn to, rather than a person.' },
    },
    {
      name: 'sources',
      type: 'relationship',
      relationTo: 'sources',
      hasMany: true,
    },
  ],
}
