import type { Payload, Where } from 'payload'
import { oneLine } from '@/lib/one-line'
import { writeOnce } from '@/lib/write-once'
import type { SavedSearch } from '@/payload-types'
import { canonicalSearch } from './canonical-search'

const collection = 'saved-searches'

export const MOST_SEARCHES = 50
export const LONGEST_NAME = 120
const LONGEST_SEARCH = 2000

/** Whose search it is, always by the session and never by what a form says. */
export type Own = { readonly payload: Payload; readonly memberId: string }

export type KeptSearch = {
  readonly id: string
  readonly name: string
  /** The search in its one canonical form, as the archive's address has it. */
  readonly parameters: string
  readonly isPaused: boolean
  /** ISO date-time. What stood unchanged in the archive since before then is not new to it. */
  readonly since: string
}

export type KeepAnswer =
  | { readonly kind: 'kept'; readonly search: KeptSearch }
  | { readonly kind: 'kept-before'; readonly search: KeptSearch }
  | { readonly kind: 'faulty'; readonly fault: string }

const toKept = ({ id, name, parameters, state, since }: SavedSearch): KeptSearch => ({
  id,
  name,
  parameters,
  isPaused: state === 'paused',
  since,
})

const owned = ({ memberId }: Own, ...others: Where[]): Where => ({
  and: [{ memberId: { equals: memberId } }, ...others],
})

async function find(own: Own, ...others: Where[]): Promise<KeptSearch[]> {
  const { docs } = await own.payload.find({
    collection,
    overrideAccess: true,
    where: owned(own, ...others),
    sort: ['name', 'id'],
    pagination: false,
  })
  return docs.map(toKept)
}

/** All that a member keeps, by name. */
export const listSavedSearches = (own: Own): Promise<KeptSearch[]> => find(own)

/** A member's search of this address, or null. */
export async function savedSearchOf(own: Own, parameters: string): Promise<KeptSearch | null> {
  const [search] = await find(own, { parameters: { equals: canonicalSearch(parameters) } })
  return search ?? null
}

function nameFault(name: string): string | null {
  if (name === '') return 'Give the search a name, so that you know it again.'
  if (name.length <= LONGEST_NAME) return null
  return `That name is too long: ${LONGEST_NAME} characters are the most we can keep.`
}

function searchFault(parameters: string): string | null {
  if (parameters === '') return 'Search for something, or choose a filter, and then keep it.'
  return parameters.length <= LONGEST_SEARCH ? null : 'This search has too many filters to keep.'
}

type Wanted = Pick<KeptSearch, 'name' | 'parameters' | 'since' | 'isPaused'>

async function write(own: Own, wanted: Wanted): Promise<KeepAnswer> {
  const { payload, memberId } = own
  const name = oneLine(wanted.name)
  const parameters = canonicalSearch(wanted.parameters)
  const fault = searchFault(parameters) ?? nameFault(name)
  if (fault) return { kind: 'faulty', fault }
  const before = await savedSearchOf(own, parameters)
  if (before) return { kind: 'kept-before', search: before }
  if ((await listSavedSearches(own)).length >= MOST_SEARCHES) {
    const most = `You keep ${MOST_SEARCHES} searches, which is as many as we can.`
    return { kind: 'faulty', fault: `${most} Delete one you no longer need first.` }
  }
  const state = wanted.isPaused ? 'paused' : 'active'
  const row = { memberId, name, parameters, since: wanted.since, state }
  const isNew = await writeOnce(payload, collection, row)
  const search = await savedSearchOf(own, parameters)
  if (!search) throw new Error('The search was deleted while it was being kept')
  return { kind: isNew ? 'kept' : 'kept-before', search }
}

type KeepArgs = Own & { readonly parameters: string; readonly name: string; readonly now: Date }

/** Keeps a search under a name. New finds from now on go into the member's Bulletin. Safe to repeat. */
export const keepSearch = ({ payload, memberId, parameters, name, now }: KeepArgs) =>
  write({ payload, memberId }, { parameters, name, since: now.toISOString(), isPaused: false })

async function change(own: Own, id: string, data: Partial<SavedSearch>): Promise<boolean> {
  const { docs } = await own.payload.update({
    collection,
    overrideAccess: true,
    where: owned(own, { id: { equals: id } }),
    data,
  })
  return docs.length > 0
}

type OneArgs = Own & { readonly id: string }

export type ChangeAnswer =
  | { readonly kind: 'changed' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'faulty'; readonly fault: string }

const said = (isChanged: boolean): ChangeAnswer => ({ kind: isChanged ? 'changed' : 'unknown' })

/** Gives a member's search another name. What is new to it stays as it was. */
export async function renameSearch({
  id,
  name,
  ...own
}: OneArgs & { readonly name: string }): Promise<ChangeAnswer> {
  const tidy = oneLine(name)
  const fault = nameFault(tidy)
  if (fault) return { kind: 'faulty', fault }
  return said(await change(own, id, { name: tidy }))
}

/** Lets a member's search rest: it is kept, and the Bulletin tells nothing of it. */
export const pauseSearch = async ({ id, ...own }: OneArgs): Promise<ChangeAnswer> =>
  said(await change(own, id, { state: 'paused' }))

/** Ends the rest. What came in meanwhile is not told. */
export async function resumeSearch({
  id,
  now,
  ...own
}: OneArgs & { readonly now: Date }): Promise<ChangeAnswer> {
  const [search] = await find(own, { id: { equals: id } })
  if (!search) return { kind: 'unknown' }
  if (!search.isPaused) return { kind: 'changed' }
  return said(await change(own, id, { state: 'active', since: now.toISOString() }))
}

/** Deletes a member's search. @returns what it was, for {@link restoreSearch}; null where there is none of theirs. */
export async function deleteSearch({ id, ...own }: OneArgs): Promise<KeptSearch | null> {
  const { docs } = await own.payload.delete({
    collection,
    overrideAccess: true,
    where: owned(own, { id: { equals: id } }),
  })
  return docs[0] ? toKept(docs[0]) : null
}

/** Takes a deletion back: the search is new to what it was new to before. */
export function restoreSearch({
  now,
  deleted,
  ...own
}: Own & { readonly deleted: Wanted; readonly now: Date }): Promise<KeepAnswer> {
  const since = new Date(deleted.since)
  const isPast = since.getTime() <= now.getTime()
  return write(own, { ...deleted, since: (isPast ? since : now).toISOString() })
}
