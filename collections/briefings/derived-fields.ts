import type { Field } from 'payload'
import { nobodyWrites, staffRead } from '@/access/rules'

/** A field the service derives on every save: readable by all who see the row, writable by nobody. */
const derived = (name: string): Field => ({
  name,
  type: 'number',
  access: { create: nobodyWrites, update: nobodyWrites },
  admin: { hidden: true },
})

export const derivedFields: Field[] = [
  {
    // Paths of this site that led to it before: of an earlier slug, or of another system. They lead on to it.
    name: 'formerAddresses',
    type: 'text',
    hasMany: true,
    index: true,
    access: { read: staffRead, create: nobodyWrites, update: nobodyWrites },
    hooks: { beforeDuplicate: [() => null] },
    admin: { hidden: true },
  },
  {
    name: 'edition',
    type: 'number',
    defaultValue: 1,
    access: { read: staffRead, create: nobodyWrites, update: nobodyWrites },
    admin: { hidden: true },
  },
  {
    // The lowest edition the Bulletin may announce: 2 for what came from another system or the seed.
    name: 'announceFrom',
    type: 'number',
    defaultValue: 1,
    access: { read: staffRead, create: nobodyWrites, update: nobodyWrites },
    admin: { hidden: true },
  },
  {
    name: 'nextEventAt',
    type: 'date',
    access: { read: staffRead, create: nobodyWrites, update: nobodyWrites },
    admin: { hidden: true },
  },
  derived('readingMinutes'),
  derived('headingCount'),
  derived('caseStudyCount'),
  derived('sourceCount'),
]
