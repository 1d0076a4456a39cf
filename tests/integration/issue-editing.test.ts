import { expect, it } from 'vitest'
import { comingItems, heldItems } from '@/bulletin/coming-items'
import { editIssue, type IssueChange, readEditing } from '@/bulletin/issue-editing'
import { takeLease } from '@/bulletin/issue-lease'
import { issueByKey } from '@/bulletin/issues'
import { itemsOfIssue } from '@/bulletin/items'
import { decisionsOf } from '@/bulletin/steer-issue'
import type { Briefing } from '@/payload-types'
import { clock, openedIssue, sendIssueNow } from '../support/bulletin-stage'
import { addReader, publishBriefing } from '../support/bulletin-world'
import { stageForEach } from '../support/stage-for-each'

const stage = stageForEach(async () => {
  await addReader(stage.test.payload, 'ana', stage.world.council, [stage.world.housing])
})

const publish = (title: string) =>
  publishBriefing(stage.test.payload, { title, topics: [stage.world.housing.id] })

const keyOf = ({ id }: Briefing) => `${id}/1`

const edit = async (change: IssueChange, by = 'Eira') =>
  editIssue({
    payload: stage.test.payload,
    issueKey: (await openedIssue(stage)).key,
    by,
    change,
    now: clock(),
  })

const titlesOf = async (issueKey: string) =>
  (await itemsOfIssue(stage.test.payload, issueKey)).map(({ publicPart }) => publicPart.title)

it('keeps what editors decide about an issue, and who decided which part when', async () => {
  await edit({ introduction: '  Three things to read first.  ' }, 'Eira')
  await edit({ notes: { 'a/1': 'Out again', 'b/1': ' ' }, showsChangeNotes: true }, 'Tomos')

  const issue = await openedIssue(stage)
  expect(issue.introduction).toBe('Three things to read first.')
  expect(readEditing(issue)).toEqual({
    order: [],
    notes: { 'a/1': 'Out again' },
    held: [],
    showsChangeNotes: true,
    coming: [],
  })
  expect(decisionsOf(issue)).toMatchObject([
    { what: 'edited', by: 'Eira', why: 'introduction' },
    { what: 'edited', by: 'Tomos', why: 'notes, showsChangeNotes' },
  ])
})

it('loses neither of two editors’ work when they save at the same moment', async () => {
  await openedIssue(stage)
  const outcomes = await Promise.all([
    edit({ introduction: 'Hello' }, 'Eira'),
    edit({ held: ['a/1'] }, 'Tomos'),
    edit({ order: ['b/1'] }, 'Una'),
  ])

  expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done'])
  const issue = await openedIssue(stage)
  expect(issue.introduction).toBe('Hello')
  expect(readEditing(issue)).toMatchObject({ held: ['a/1'], order: ['b/1'] })
  expect(decisionsOf(issue)).toHaveLength(3)
})

it.each<[string, IssueChange]>([
  ['introduction', { introduction: 'x'.repeat(601) }],
  ['notes.a/1', { notes: { 'a/1': 'x'.repeat(201) } }],
  ['coming.0.date', { coming: [{ date: '31 February', text: 'The Bill is read' }] }],
  ['coming.0.url', { coming: [{ date: '2026-12-08', text: 'x', url: 'http://a.example' }] }],
])('refuses a wrong %s by name, and changes nothing', async (path, change) => {
  expect(await edit(change)).toMatchObject({ kind: 'invalid', faults: [{ path }] })
  expect(decisionsOf(await openedIssue(stage))).toEqual([])
})

it('sends the items in the editors’ order, new ones after them', async () => {
  const [first, , third] = [await publish('One'), await publish('Two'), await publish('Three')]
  const { key } = await openedIssue(stage)
  await edit({ order: [keyOf(third), keyOf(first), 'gone/1'] })
  await sendIssueNow(stage)

  expect(await titlesOf(key)).toEqual(['Three', 'One', 'Two'])
  const text = stage.sink.accepted[0]?.parsed.text ?? ''
  const places = ['Three', 'One', 'Two'].map((title) => text.indexOf(`\n${title}\n`))
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

it('leaves a held item out of the issue, and brings it with the next', async () => {
  const held = await publish('Held')
  await publish('Told')
  const { key } = await openedIssue(stage)
  await edit({ held: [keyOf(held)] })
  const planned = await openedIssue(stage)
  const coming = await comingItems(stage.test.payload, planned, clock())
  expect(coming.map(({ publicPart }) => publicPart.title)).toEqual(['Told'])
  expect(await heldItems(stage.test.payload, planned, clock())).toMatchObject([
    { briefingId: held.id },
  ])
  await sendIssueNow(stage)
  expect(await titlesOf(key)).toEqual(['Told'])

  await sendIssueNow(stage)
  expect(stage.sink.accepted.map(({ parsed }) => parsed.subject)).toEqual([
    'New briefing: Told',
    'New briefing: Held',
  ])
})

it('changes nothing once an issue is frozen, or is being frozen, and says so', async () => {
  await publish('Told')
  const { payload } = stage.test
  const { key } = await openedIssue(stage)
  const lease = await takeLease({ payload, issueKey: key, clock })
  expect(await edit({ held: ['a/1'] })).toEqual({ kind: 'not-now', state: 'planned' })
  await lease?.release()
  expect(await edit({ introduction: 'Hello' })).toMatchObject({ kind: 'done' })

  await sendIssueNow(stage)
  const late = { payload, issueKey: key, by: 'Eira', change: { held: [] }, now: clock() }
  expect(await editIssue(late)).toEqual({ kind: 'not-now', state: 'finished' })
  expect(await editIssue({ ...late, issueKey: 'weekly:1999-01-01' })).toEqual({
    kind: 'no-such-issue',
  })
  expect((await issueByKey(payload, key))?.introduction).toBe('Hello')
})
