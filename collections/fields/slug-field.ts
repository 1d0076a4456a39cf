import type { TextField } from 'payload'
import { toSlug } from '@/lib/slug'

/** The last part of a page's address: made from another field where left empty. */
export const slugField = (from: 'title' | 'name'): TextField => ({
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
        return typeof source === 'string' && source !== '' ? toSlug(source) : value
      },
    ],
  },
})
