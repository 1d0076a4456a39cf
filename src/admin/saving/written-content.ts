import type { WorkingContent } from '@/briefings/working-copies'
import { sameSubstance } from '@/lib/same-substance'

/** What a form holds that nobody wrote in it. */
const NOT_WRITTEN = new Set([
  'id',
  'createdAt',
  'updatedAt',
  '_status',
  'openedOn',
  'keptAs',
  'reviewStage',
  'submittedBy',
  'submittedAt',
  'reviewedBy',
  'reviewedAt',
  'reviewNote',
  'stage',
])

/** The part of a form's data that a person wrote. */
export const writtenContent = (data: WorkingContent): WorkingContent =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !NOT_WRITTEN.has(name)))

/** Whether two forms say the same, whatever identifiers their parts have. */
export const saysTheSame = (one: WorkingContent, other: WorkingContent): boolean =>
  Object.keys({ ...one, ...other }).every((name) => sameSubstance(one[name], other[name]))
