import type { Field } from 'payload'
import { staffRead } from '@/access/rules'

/** What a form says of itself when it is saved. Not stored. */
export const savingFields: Field[] = [
  {
    name: 'keptWork',
    type: 'ui',
    admin: { components: { Field: '/src/admin/saving/kept-work-field#KeptWorkField' } },
  },
  {
    // The state of the briefing that the form shows, as its `updatedAt`: see `hooks/refuse-overwriting.ts`.
    name: 'openedOn',
    type: 'text',
    virtual: true,
    access: { read: staffRead },
    admin: { hidden: true },
    hooks: { afterRead: [({ siblingData }) => siblingData.updatedAt as string | undefined] },
  },
  {
    // The working copy that this save makes needless: see `hooks/drop-working-copy.ts`. Never answered to anybody.
    name: 'keptAs',
    type: 'text',
    virtual: true,
    admin: { hidden: true },
  },
]
