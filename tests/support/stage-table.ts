import type { StageAction } from '@/access/stage-rules'
import { moveStage } from '@/briefings/move-stage'
import type { Staff } from '@/payload-types'
import { ask, verdict } from './access-table/ask'
import type { House } from './access-table/house'
import { PASSWORD, signInStaff } from './access-table/people'
import { makeRow } from './access-table/rows'

/** The columns of the table. “Own”: who submitted the version. */
export const PERSONS = [
  'own officer',
  'other officer',
  'own editor',
  'other editor',
  'administrator',
] as const

export type PersonName = (typeof PERSONS)[number]

type Person = { readonly staff: Staff; readonly headers: Record<string, string> }

export type StageHouse = House & { readonly persons: Readonly<Record<PersonName, Person>> }

async function makePerson(house: House, name: string, role: Staff['role']): Promise<Person> {
  const email = `${name.replace(' ', '-')}@desk.example`
  const staff = await house.payload.create({
    collection: 'staff',
    overrideAccess: true,
    data: { email, password: PASSWORD, name, role },
  })
  return { staff, headers: await signInStaff(house, email) }
}

export async function withPersons(house: House): Promise<StageHouse> {
  const persons = {
    'own officer': await makePerson(house, 'own officer', 'officer'),
    'other officer': await makePerson(house, 'other officer', 'officer'),
    'own editor': await makePerson(house, 'own editor', 'editor'),
    'other editor': await makePerson(house, 'other editor', 'editor'),
    administrator: await makePerson(house, 'an administrator', 'administrator'),
  }
  return { ...house, persons }
}

export const NOW = new Date('2026-11-23T12:00:00Z')

const PUBLISHED = { _status: 'published', publishedAt: '2024-01-02T09:00:00.000Z' }

const act = (house: StageHouse, id: string, by: Person, action: StageAction, replacedBy?: string) =>
  moveStage({
    payload: house.payload,
    id,
    action,
    staff: by.staff,
    note: 'There is a reason.',
    replacedBy,
    now: NOW,
  })

async function referenceOfAnother(house: StageHouse): Promise<string> {
  const id = await makeRow(house, 'briefings', PUBLISHED)
  const row = await house.payload.findByID({ collection: 'briefings', id, overrideAccess: true })
  return row.reference ?? ''
}

const save = (house: StageHouse, by: Person, id: string, body: object, asDraft = false) =>
  ask(
    {
      ...house,
      people: { ...house.people, editor: { door: 'http', id: null, headers: by.headers } },
    },
    'editor',
    { method: 'PATCH', path: `briefings/${id}${asDraft ? '?draft=true' : ''}`, body },
  )

/** Brings a briefing to a stage, submitted by `own` where it was submitted. */
export async function briefingAt(house: StageHouse, stage: string, own: Person): Promise<string> {
  const { 'other editor': editor } = house.persons
  if (stage === 'draft') return makeRow(house, 'briefings', { _status: 'draft' })
  if (['in review', 'changes asked', 'approved'].includes(stage)) {
    const id = await makeRow(house, 'briefings', { _status: 'draft' })
    await act(house, id, own, 'submit')
    if (stage === 'changes asked') await act(house, id, editor, 'ask-changes')
    if (stage === 'approved') await act(house, id, house.persons.administrator, 'approve')
    return id
  }
  const id = await makeRow(house, 'briefings', PUBLISHED)
  if (stage === 'superseded') {
    await act(house, id, editor, 'supersede', await referenceOfAnother(house))
  }
  if (stage === 'withdrawn') await act(house, id, editor, 'withdraw')
  if (stage === 'draft over published') await save(house, own, id, { title: 'Later' }, true)
  return id
}

/** What the table calls an action, and how it is done. */
async function attempt(house: StageHouse, name: string, id: string, by: Person): Promise<string> {
  if (name === 'save a draft') return verdict(await save(house, by, id, { title: 'Again' }, true))
  if (name === 'publish') return verdict(await save(house, by, id, { _status: 'published' }))
  if (name === 'correct') return verdict(await save(house, by, id, { summary: 'Corrected.' }))
  if (name === 'update substantially') {
    const body = { summary: 'New.', updateKind: 'substantial', changeNote: 'New figures.' }
    return verdict(await save(house, by, id, { ...body, _status: 'published' }))
  }
  if (name === 'publish in an emergency') {
    const body = { _status: 'published', emergencyReason: 'Nobody else can be reached.' }
    return verdict(await save(house, by, id, body))
  }
  const other = name === 'supersede' ? await referenceOfAnother(house) : undefined
  const { kind } = await act(house, id, by, name.replaceAll(' ', '-') as StageAction, other)
  return kind === 'moved' ? 'yes' : kind === 'refused' ? 'no' : kind
}

/** Whether one person may do one thing with a briefing at one stage. */
export async function mayDo(
  house: StageHouse,
  { stage, action, who }: { stage: string; action: string; who: PersonName },
): Promise<string> {
  const own = house.persons[who.includes('editor') ? 'own editor' : 'own officer']
  const id = await briefingAt(house, stage, own)
  return attempt(house, action, id, house.persons[who])
}
