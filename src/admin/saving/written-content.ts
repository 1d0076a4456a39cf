import { type FormState } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
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

/** A list of rows without a row has the number 0 for its value in a form. */
const isEmptyList = (field: FormState[string] | undefined): boolean => field?.rows?.length === 0

/** What a person wrote in a form: its fields as they would be saved. */
export const writtenContent = (fields: FormState): WorkingContent =>
  Object.fromEntries(
    Object.entries(reduceFieldsToValues(fields, true))
      .filter(([name]) => !NOT_WRITTEN.has(name))
      .map(([name, value]) => [name, isEmptyList(fields[name]) ? [] : (value as unknown)]),
  )

/** Whether two forms say the same, whatever identifiers their parts have. */
export const saysTheSame = (one: WorkingContent, other: WorkingContent): boolean =>
  Object.keys({ ...one, ...other }).every((name) => sameSubstance(one[name], other[name]))
