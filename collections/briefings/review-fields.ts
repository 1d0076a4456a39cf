import type { Field } from 'payload'
import { editorsWrite, nobodyWrites, staffRead } from '@/access/rules'
import { isEditor } from '@/access/who'

const kept = { read: staffRead, create: nobodyWrites, update: nobodyWrites }

/** Moved by the actions of a review (`src/briefings/move-stage.ts`) and on publication, never typed. */
const movedFields: Field[] = [
  {
    name: 'reviewStage',
    type: 'select',
    defaultValue: 'draft',
    index: true,
    access: kept,
    options: [
      { value: 'draft', label: 'Draft' },
      { value: 'in-review', label: 'In review' },
      { value: 'changes-asked', label: 'Changes asked' },
      { value: 'approved', label: 'Approved' },
    ],
    admin: { hidden: true },
  },
  { name: 'submittedBy', type: 'text', index: true, access: kept, admin: { hidden: true } },
  { name: 'submittedAt', type: 'date', access: kept, admin: { hidden: true } },
  { name: 'reviewedBy', type: 'text', access: kept, admin: { hidden: true } },
  { name: 'reviewedAt', type: 'date', access: kept, admin: { hidden: true } },
  { name: 'reviewNote', type: 'textarea', access: kept, admin: { hidden: true } },
]

/** Public: why a briefing is no longer the one to read, and which is. */
const endingFields: Field[] = [
  {
    name: 'ending',
    type: 'select',
    index: true,
    access: { create: nobodyWrites, update: nobodyWrites },
    options: [
      { value: 'superseded', label: 'Superseded' },
      { value: 'withdrawn', label: 'Withdrawn' },
    ],
    admin: { hidden: true },
  },
  {
    name: 'endingReason',
    type: 'textarea',
    maxLength: 400,
    access: { create: nobodyWrites, update: nobodyWrites },
    admin: { hidden: true },
  },
  {
    name: 'replacedBy',
    type: 'relationship',
    relationTo: 'briefings',
    access: { create: nobodyWrites, update: nobodyWrites },
    admin: { hidden: true },
  },
]

export const reviewFields: Field[] = [
  {
    name: 'review',
    type: 'ui',
    admin: {
      position: 'sidebar',
      components: { Field: '/src/admin/review/review-panel#ReviewPanel' },
    },
  },
  {
    name: 'emergencyReason',
    label: 'Publish in an emergency',
    type: 'textarea',
    maxLength: 400,
    access: { read: staffRead, create: editorsWrite, update: editorsWrite },
    admin: {
      position: 'sidebar',
      description:
        'Only where no other editor can be reached: say why, and publish. It stays on the editors’ list until another approves.',
      condition: ({ _status }, _siblings, { user }) =>
        isEditor(user ?? null) && _status !== 'published',
    },
  },
  ...movedFields,
  ...endingFields,
]
