'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { thePayload } from '@/app/payload'
import {
  type ChangeAnswer,
  deleteSearch,
  keepSearch,
  type KeptSearch,
  pauseSearch,
  renameSearch,
  restoreSearch,
  resumeSearch,
} from '@/reading/saved-searches'
import { type FormState, textOf } from '../../form-state'
import { signedInMember } from '../signed-in-member'

export type Deleted = Pick<KeptSearch, 'name' | 'parameters' | 'since' | 'isPaused'>

export type SearchesState = {
  readonly said?: string
  readonly fault?: string
  /** What was deleted, for taking it back. */
  readonly deleted?: Deleted
}

const LIST = '/account/saved-searches'

async function ownSearches() {
  const { member } = await signedInMember(LIST)
  return { payload: await thePayload(), memberId: member.id }
}

export async function keepThisSearch(_before: FormState, form: FormData): Promise<FormState> {
  const own = await ownSearches()
  const name = textOf(form, 'name')
  const parameters = textOf(form, 'search')
  const answer = await keepSearch({ ...own, parameters, name, now: new Date() })
  if (answer.kind === 'faulty') return { faults: { name: answer.fault }, values: { name } }
  redirect(`${LIST}?kept=${encodeURIComponent(answer.search.id)}`)
}

const GONE = 'This search is no longer among yours.'

const stateOf = (answer: ChangeAnswer, said: string): SearchesState => {
  if (answer.kind === 'faulty') return { fault: answer.fault }
  return answer.kind === 'changed' ? { said } : { fault: GONE }
}

const deletedIn = (form: FormData): Deleted => ({
  name: textOf(form, 'name'),
  parameters: textOf(form, 'parameters'),
  since: textOf(form, 'since'),
  isPaused: textOf(form, 'paused') === 'yes',
})

async function change(form: FormData): Promise<SearchesState> {
  const own = await ownSearches()
  const one = { ...own, id: textOf(form, 'id') }
  const now = new Date()
  const wish = textOf(form, 'do')
  if (wish === 'rename') {
    return stateOf(await renameSearch({ ...one, name: textOf(form, 'name') }), 'Renamed.')
  }
  if (wish === 'pause') {
    return stateOf(await pauseSearch(one), 'Paused: the Bulletin leaves this search out.')
  }
  if (wish === 'resume') {
    const said = 'Resumed: the Bulletin brings what is new from now on.'
    return stateOf(await resumeSearch({ ...one, now }), said)
  }
  if (wish === 'restore') {
    const answer = await restoreSearch({ ...own, deleted: deletedIn(form), now })
    return answer.kind === 'faulty' ? { fault: answer.fault } : { said: 'Your search is back.' }
  }
  if (wish !== 'delete') return {}
  const search = await deleteSearch(one)
  if (!search) return { fault: GONE }
  const { name, parameters, since, isPaused } = search
  return { said: `“${name}” is deleted.`, deleted: { name, parameters, since, isPaused } }
}

export async function changeSearches(
  _before: SearchesState,
  form: FormData,
): Promise<SearchesState> {
  const state = await change(form)
  refresh()
  return state
}
