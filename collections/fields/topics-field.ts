import type { RelationshipField } from 'payload'

export const topicsField = (): RelationshipField => ({
  name: 'topics',
  type: 'relationship',
  relationTo: 'topics',
  hasMany: true,
  admin: {
    position: 'sidebar',
    description: 'Subscribers of these topics, and of their parents, find it in their Bulletin.',
  },
})
