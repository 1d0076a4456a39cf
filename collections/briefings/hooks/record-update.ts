import { type CollectionBeforeChangeHook, ValidationError } from 'payload'
import { now } from '@/access/who'
import type { Briefing } from '@/payload-types'

const isSubstantialUpdate = (data: Partial<Briefing>, before: Partial<Briefing> | undefined) =>
  data._status === 'published' &&
  Boolean(before?.firstPublishedAt) &&
  data.updateKind === 'substantial'

/**
 * Turns a substantial update into the next edition, with its note and date, when it is published.
 *
 * A minor update leaves the edition: it alerts nobody. The two fields are emptied, so saving again changes nothing.
 * @throws {ValidationError} when a substantial update says nothing of what changed.
 */
export const recordUpdate: CollectionBeforeChangeHook<Briefing> = ({ data, originalDoc, req }) => {
  if (!isSubstantialUpdate(data, originalDoc)) return data
  const note = data.changeNote?.trim()
  if (!note) {
    throw new ValidationError({
      collection: 'briefings',
      errors: [{ path: 'changeNote', message: 'Say what changed: members are shown this note.' }],
    })
  }
  const date = now(req).toISOString()
  const edition = (originalDoc?.edition ?? 1) + 1
  return {
    ...data,
    edition,
    revisedAt: date,
    changes: [...(originalDoc?.changes ?? []), { date, note, edition }],
    updateKind: 'minor',
    changeNote: null,
  }
}
