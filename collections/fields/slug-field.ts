import type { TextField } from 'payload'
import { toSlug } from '@/lib/slug'

/**
 * The last part of a page's address: made from another field where left empty.
 *
 * `taken` are addresses of the site's own pages: they get a word added, so that neither page hides the other.
 */
export const slugField = (from: 'title' | 'name', taken: readonly string[] = []): TextField => ({
  name: 'slug',
  type: 'text',
  unique: true,
  index: true,
  maxLength: 80,
  admin: {
    position: 'sidebar',
    description: `The last part of the page’s address. Made from the ${from} if you leave it empty.`,
  },
  hooks: {
    beforeValidate: [
      ({ value, data }: { value?: unknown; data?: Record<string, unknown> }): unknown => {
        const source = value || data?.[from]
        if (typeof source !== 'string' || source === '') return value
        const slug = toSlug(source)
        return taken.includes(slug) ? `${slug}-page` : slug
      },
    ],
  },
})
