import type { DateField } from 'payload'
import { AS_A_TIME } from './dates'

export const publishedAtField = (): DateField => ({
  name: 'publishedAt',
  label: 'Published',
  type: 'date',
  index: true,
  admin: {
    position: 'sidebar',
    date: AS_A_TIME,
    description:
      'Set when it is first published. A date in the future keeps it from readers until then.',
  },
})
