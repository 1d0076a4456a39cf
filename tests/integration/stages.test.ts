import { afterAll, beforeAll, expect, it } from 'vitest'
import { visitor } from '@/access/viewer'
import { workFor } from '@/admin/work-for'
import { moveStage } from '@/briefings/move-stage'
import { readBriefing } from '@/briefings/read-briefing'
import { openHouse } from '../support/access-table/house'
import { makeRow } from '../support/access-table/rows'
import { mayDo, NOW, PERSONS, type StageHouse, withPersons } from '../support/stage-table'

/** The columns: own officer, other officer, own editor, other editor, administrator. */
const TABLE = `
  draft                 save a draft             yes  yes  yes  yes  yes
  draft                 submit                   yes  yes  yes  yes  yes
  draft                 approve                  no   no   no   no   no
  draft                 publish                  no   no   no   no   no
  draft                 publish in an emergency  no   no   yes  yes  yes
  draft                 withdraw                 no   no   no   no   no
  in review             save a draft             yes  yes  yes  yes  yes
  in review             submit                   no   no   no   no   no
  in review             take back                yes  no   yes  no   no
  in review             ask changes              no   no   no   yes  yes
  in review             approve                  no   no   no   yes  yes
  in review             publish                  no   no   no   yes  yes
  in review             publish in an emergency  no   no   yes  yes  yes
  changes asked         submit                   yes  yes  yes  yes  yes
  changes asked         approve                  no   no   no   no   no
  changes asked         publish                  no   no   no   no   no
  approved              take back                yes  no   yes  no   no
  approved              approve                  no   no   no   no   no
  approved              publish                  no   no   no   yes  yes
  published             correct                  no   no   yes  yes  yes
  published             update substantially     no   no   no   no   no
  published             submit                   no   no   no   no   no
  published             supersede                no   no   yes  yes  yes
  published             withdraw                 no   no   yes  yes  yes
  published             bring back               no   no   no   no   no
  draft over published  publish                  no   no   no   no   no
  draft over published  submit                   yes  yes  yes  yes  yes
  draft over published  supersede                no   no   no   no   no
  draft over published  withdraw                 no   no   yes  yes  yes
  superseded            bring back               no   no   yes  yes  yes
  superseded            withdraw                 no   no   yes  yes  yes
  withdrawn             submit                   no   no   no   no   no
  withdrawn             publish                  no   no   no   no   no
  withdrawn             bring back               no   no   yes  yes  yes
`

const rows = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [stage = '', action = '', ...expected] = line.trim().split(/\s{2,}/)
    return { stage, action, expected }
  })

let house: StageHouse
beforeAll(async () => {
  house = await withPersons(await openHouse())
})
afterAll(() => house.close())

it.each(rows)(
  'lets the right people $action what is $stage',
  async ({ stage, action, expected }) => {
    const found: string[] = []
    for (const who of PERSONS) found.push(await mayDo(house, { stage, action, who }))

    expect(found).toEqual(expected)
  },
)

const act = (id: string, who: (typeof PERSONS)[number], action: string, more: object = {}) =>
  moveStage({
    payload: house.payload,
    id,
    staff: house.persons[who].staff,
    action: action as 'submit',
    now: NOW,
    ...more,
  })

const publish = (id: string, who: (typeof PERSONS)[number], more: object = {}) =>
  house.rest(
    new Request(`${house.settings.siteUrl}/api/briefings/${id}`, {
      method: 'PATCH',
      headers: { ...house.persons[who].headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ _status: 'published', ...more }),
    }),
  )

const latest = (id: string) =>
  house.payload.findByID({ collection: 'briefings', id, draft: true, overrideAccess: true })

it('takes an approval back when who submitted it changes the text, and keeps it for a reviewer’s touch', async () => {
  const id = await makeRow(house, 'briefings', { _status: 'draft' })
  await act(id, 'own officer', 'submit')
  await act(id, 'other editor', 'approve')
  const saveAs = (who: 'own officer' | 'other editor', title: string) =>
    house.rest(
      new Request(`${house.settings.siteUrl}/api/briefings/${id}?draft=true`, {
        method: 'PATCH',
        headers: { ...house.persons[who].headers, 'Content-Type': 'application/json' },
        body: JSON.stringify({ title }),
      }),
    )

  await saveAs('other editor', 'A comma moved')
  expect((await latest(id)).reviewStage).toBe('approved')

  await saveAs('own officer', 'Something else')
  expect((await latest(id)).reviewStage).toBe('in-review')
})

it('keeps an emergency publication on the editors’ list until another editor approves it', async () => {
  const id = await makeRow(house, 'briefings', { _status: 'draft', title: 'Urgent' })
  await publish(id, 'own editor', { emergencyReason: 'The law changes tonight.' })
  const listed = async () => {
    const staff = house.persons['other editor'].staff
    const lists = await workFor({ payload: house.payload, staff, now: NOW })
    const list = lists.find(({ title }) => title === 'Published in an emergency')
    return list?.tasks.map(({ label }) => label)
  }

  expect(await listed()).toContain('Urgent')
  expect((await act(id, 'own editor', 'approve-afterwards')).kind).toBe('refused')
  expect((await act(id, 'other officer', 'approve-afterwards')).kind).toBe('refused')
  expect((await act(id, 'other editor', 'approve-afterwards')).kind).toBe('moved')
  expect(await listed()).not.toContain('Urgent')
})

it('does not let a copy or an older version bring an approval along', async () => {
  const id = await makeRow(house, 'briefings', { _status: 'draft' })
  await act(id, 'own officer', 'submit')
  await act(id, 'other editor', 'approve')
  const { docs } = await house.payload.findVersions({
    collection: 'briefings',
    overrideAccess: true,
    where: { and: [{ parent: { equals: id } }, { 'version.reviewStage': { equals: 'approved' } }] },
  })
  await act(id, 'own officer', 'take-back')

  await house.payload.restoreVersion({
    collection: 'briefings',
    id: docs[0]?.id ?? '',
    draft: true,
    overrideAccess: true,
  })
  const copy = await house.payload.duplicate({ collection: 'briefings', id, overrideAccess: true })

  expect((await latest(id)).reviewStage).toBe('draft')
  expect(copy.reviewStage).toBe('draft')
})

it('shows readers of a withdrawn briefing its title, the reason and the way onward, and none of its text', async () => {
  const published = { _status: 'published', publishedAt: '2024-01-02T09:00:00.000Z' }
  const other = await latest(await makeRow(house, 'briefings', { ...published, title: 'Newer' }))
  const id = await makeRow(house, 'briefings', { ...published, title: 'As readers had it' })
  const { slug } = await latest(id)
  await house.payload.update({
    collection: 'briefings',
    id,
    draft: true,
    overrideAccess: true,
    data: { title: 'A draft nobody saw' },
  })
  const outcome = await act(id, 'own editor', 'withdraw', {
    note: 'Its figures were wrong.',
    replacedBy: other.reference,
  })

  const { payload } = house
  const read = await readBriefing({ payload, slug: slug ?? '', viewer: visitor, now: NOW })

  expect(outcome.kind).toBe('moved')
  expect(read).toEqual({
    kind: 'withdrawn',
    withdrawn: {
      title: 'As readers had it',
      reference: expect.stringMatching(/^RB-/) as string,
      reason: 'Its figures were wrong.',
      replacedBy: { title: 'Newer', url: `/briefings/${other.slug}` },
    },
  })
})

it('refuses to end a briefing without a reason, or in favour of one that readers do not have', async () => {
  const id = await makeRow(house, 'briefings', {
    _status: 'published',
    publishedAt: '2024-01-02T09:00:00.000Z',
  })
  const draft = await latest(await makeRow(house, 'briefings', { _status: 'draft' }))
  const why = async (more: object) => {
    const outcome = await act(id, 'own editor', 'supersede', more)
    return 'why' in outcome ? outcome.why : outcome.kind
  }

  expect(await why({ replacedBy: 'RB-1' })).toContain('reason')
  expect(await why({ note: 'Newer.' })).toContain('reference')
  expect(await why({ note: 'Newer.', replacedBy: draft.reference })).toContain('No published')
  expect(await why({ note: 'Newer.', replacedBy: (await latest(id)).reference })).toContain(
    'itself',
  )
})
