import type { Block } from 'payload'

/** Words that are needed, and why, where they are missing. */
const words =
  (most: number, missing: string) =>
  (value: string | null | undefined): string | true => {
    if (!value?.trim()) return missing
    return value.length <= most || `This has ${value.length} characters. It may have ${most}.`
  }

const figure = (relationTo: 'attachments' | 'media', interfaceName: string): Block => ({
  slug: 'figure',
  interfaceName,
  labels: { singular: 'Figure', plural: 'Figures' },
  fields: [
    {
      name: 'picture',
      type: 'upload',
      relationTo,
      required: true,
      filterOptions: { mimeType: { in: ['image/png', 'image/jpeg', 'image/webp'] } },
      admin: { description: 'PNG, JPEG or WebP. About 1,300 pixels wide is enough.' },
    },
    {
      name: 'alt',
      label: 'Alternative text',
      type: 'textarea',
      required: true,
      maxLength: 600,
      validate: words(600, 'Say what the picture shows, for readers who cannot see it.'),
      admin: { description: 'What the picture shows, for readers who cannot see it.' },
    },
    {
      name: 'caption',
      type: 'textarea',
      maxLength: 400,
      admin: { description: 'What a reader should take from it. Not the alternative text again.' },
    },
    {
      name: 'credit',
      type: 'text',
      required: true,
      maxLength: 200,
      validate: words(200, 'Say who made the picture, or where it is from.'),
      admin: { description: 'Who made it, or where it is from.' },
    },
    {
      name: 'licence',
      type: 'text',
      maxLength: 120,
      admin: { description: 'For example: CC BY 4.0, or used with permission.' },
    },
  ],
})

/** A picture within a briefing: member text, so its file is one for members alone (docs/decisions/036-figures.md). */
export const Figure = figure('attachments', 'FigureBlock')

/** A picture within an article of the blog, which anyone may see. */
export const ArticleFigure = figure('media', 'ArticleFigureBlock')
