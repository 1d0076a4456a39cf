import type { DateField } from 'payload'

export const publishedAtField = (): DateField => ({
  name: 'publishedAt',
  label: 'Published',
  type: 'date',
  index: true,
  admin: {
    position: 'sidebar',
    date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMM yyyy HH:mm' },
    description:
      'Set when it is first published. A date in the future keeps it from readers until then.',
  },
})
