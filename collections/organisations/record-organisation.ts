import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { keepRecordOf } from '@/access/record/keep-record'
import { toLongDate } from '@/lib/london-time'
import type { Organisation } from '@/payload-types'

/** What decides who may read, and until when. */
const WATCHED = {
  name: 'name',
  kind: 'kind',
  domains: 'domains',
  membershipFrom: 'first day',
  membershipTo: 'last day',
  graceDays: 'days of grace',
  seats: 'seats',
} as const

type Watched = keyof typeof WATCHED

const onIt = ({ id, name }: Organisation) => ({ kind: 'organisations', id, name })

function inWords(organisation: Organisation, field: Watched): string {
  const value = organisation[field]
  const isDay = field === 'membershipFrom' || field === 'membershipTo'
  if (isDay && typeof value === 'string') return toLongDate(value)
  return [value ?? ''].flat().join(', ') || 'nothing'
}

const changesOf = (doc: Organisation, before: Organisation): string[] =>
  (Object.keys(WATCHED) as Watched[])
    .map((field) => [WATCHED[field], inWords(before, field), inWords(doc, field)] as const)
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
