import type { UIField } from 'payload'

/** A column for lists: draft, published, scheduled, or changed since publication. Nothing is stored. */
export const stageField = (): UIField => ({
  name: 'stage',
  label: 'Stage',
  type: 'ui',
  admin: { components: { Cell: '/src/admin/stage-cell#StageCell' } },
})
