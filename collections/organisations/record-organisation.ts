import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { keepRecordOf } from '@/access/record/keep-record'
import type { Organisation } from '@/payload-types'

/** What decides who may read, and until when. */
const WATCHED = [
  'name',
  'kind',
  'domains',
  'membershipFrom',
  'membershipTo',
  'graceDays',
  'seats',
] as const

const onIt = ({ id, name }: Organisation) => ({ kind: 'organisations', id, name })

const inWords = (value: Organisation[(typeof WATCHED)[number]]): string =>
  [value ?? ''].flat().join(', ') || 'nothing'

const changesOf = (doc: Organisation, before: Organisation): string[] =>
  WATCHED.map((field) => [field, inWords(before[field]), inWords(doc[field])] as const)
    .filter(([, then, now]) => then !== now)
    .map(([field, then, now]) => `${field} from ${then} to ${now}`)

/** Records organisations made, and each change of what decides who may read. */
export const recordOrganisation: CollectionAfterChangeHook<Organisation> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation === 'create') {
    await keepRecordOf(req, { act: 'organisation-made', on: onIt(doc) })
    return doc
  }
  const changes = changesOf(doc, previousDoc)
  if (changes.length > 0) {
    const details = changes.join('; ')
    await keepRecordOf(req, { act: 'organisation-changed', on: onIt(doc), details })
  }
  return doc
}

export const recordOrganisationRemoval: CollectionAfterDeleteHook<Organisation> = async ({
  doc,
  req,
}) => {
  await keepRecordOf(req, { act: 'organisation-removed', on: onIt(doc) })
  return doc
}
