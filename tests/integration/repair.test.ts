import { afterAll, beforeAll, expect, it } from 'vitest'
import { markdownToLexical } from '@/lib/lexical/markdown-to-lexical'
import type { Briefing } from '@/payload-types'
import { repairTornSaves } from '@/repair/repair-torn-saves'
import { openTestPayload, type TestPayload } from '../support/test-payload'

let test: TestPayload
let topic: string
let source: string

beforeAll(async () => {
  test = await openTestPayload()
  const { payload } = test
  topic = (
    await payload.create({ collection: 'topics', overrideAccess: true, data: { name: 'Housing' } })
  ).id
  source = (
    await payload.create({
      collection: 'sources',
      overrideAccess: true,
      data: { title: 'A report', type: 'research' },
    })
  ).id
})
afterAll(() => test.close())

const body = (words: string) =>
  markdownToLexical(
    `## Heading\n\n${words}[^a]\n\n- one\n  - two\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n\`\`\`case-study
title: Case
who: A council
where: A town
what: It did so.
outcome: It helped.
sources: [a]
\`\`\``,
    () => source,
  ) as unknown as Briefing['body']

const newBriefing = (title: string): Promise<Briefing> =>
  test.payload.create({
    collection: 'briefings',
    overrideAccess: true,
    depth: 0,
    data: {
      title,
      summary: 'What helps.',
      type: 'briefing',
      topics: [topic],
      sources: [source],
      keyPoints: [{ text: 'First.' }, { text: 'Second.' }],
      body: body('The words.'),
      _status: 'published',
    },
  })

const draftOf = (id: string, title: string) =>
  test.payload.update({
    collection: 'briefings',
    id,
    overrideAccess: true,
    draft: true,
    data: { title },
  })

const inAdmin = (id: string) =>
  test.payload.findByID({
    collection: 'briefings',
    id,
    draft: true,
    depth: 0,
    overrideAccess: true,
  })

const onSite = (id: string) =>
  test.payload.findByID({ collection: 'briefings', id, depth: 0, overrideAccess: true })

async function versionsOf(id: string) {
  const { docs } = await test.payload.findVersions({
    collection: 'briefings',
    overrideAccess: true,
    depth: 0,
    sort: '-updatedAt',
    where: { parent: { equals: id } },
  })
  return docs
}

const later = (iso: string) => new Date(new Date(iso).getTime() + 60_000).toISOString()

it('accepts what Markdown became, and gives it back unchanged', async () => {
  const { id } = await newBriefing('Read back')

  expect((await onSite(id)).body).toEqual(body('The words.'))
})

it('finds nothing to mend in what was saved whole, drafts over published text included', async () => {
  const { id } = await newBriefing('Whole')
  await draftOf(id, 'Whole, in draft')
  await draftOf(id, 'Whole, in draft again')

  expect(await repairTornSaves(test.payload, 0)).toEqual([])
})

it('keeps a briefing whose creation was cut short, as a draft nobody sees', async () => {
  const { id } = await newBriefing('Cut short')
  await test.payload.db.deleteVersions({
    collection: 'briefings',
    where: { parent: { equals: id } },
  })

  expect(await repairTornSaves(test.payload, 0)).toEqual([
    `briefings ${id}: created-without-version`,
  ])
  expect(await inAdmin(id)).toMatchObject({ title: 'Cut short', _status: 'draft', topics: [topic] })
  expect((await onSite(id))._status).toBe('draft')
  expect(await repairTornSaves(test.payload, 0)).toEqual([])
})

it('takes back a publication that was cut short between the row and its version', async () => {
  const { id, updatedAt } = await newBriefing('As acknowledged')
  await test.payload.db.updateOne({
    collection: 'briefings',
    id,
    data: { title: 'Never acknowledged', topics: [], keyPoints: [], updatedAt: later(updatedAt) },
  })

  expect(await repairTornSaves(test.payload, 0)).toEqual([
    `briefings ${id}: updated-without-version`,
  ])
  expect(await onSite(id)).toMatchObject({
    title: 'As acknowledged',
    _status: 'published',
    topics: [topic],
    keyPoints: [{ text: 'First.' }, { text: 'Second.' }],
    updatedAt,
  })
  expect(await repairTornSaves(test.payload, 0)).toEqual([])
})

it('never shows readers a draft because a publication was cut short', async () => {
  const { id, updatedAt } = await newBriefing('Readers see this')
  await draftOf(id, 'Only a draft')
  await test.payload.db.updateOne({
    collection: 'briefings',
    id,
    data: { title: 'Only a draft', updatedAt: later(updatedAt) },
  })

  await repairTornSaves(test.payload, 0)

  expect(await onSite(id)).toMatchObject({ title: 'Readers see this', _status: 'published' })
  expect(await inAdmin(id)).toMatchObject({ title: 'Only a draft', _status: 'draft' })
  expect(await repairTornSaves(test.payload, 0)).toEqual([])
})

it('does not bring back what was withdrawn', async () => {
  const { id } = await newBriefing('Withdrawn')
  const withdrawn = await test.payload.update({
    collection: 'briefings',
    id,
    overrideAccess: true,
    data: { _status: 'draft' },
  })
  await test.payload.db.updateOne({
    collection: 'briefings',
    id,
    data: { _status: 'published', updatedAt: later(withdrawn.updatedAt) },
  })

  await repairTornSaves(test.payload, 0)

  expect((await onSite(id))._status).toBe('draft')
})

it('writes a version again that was cut short inside', async () => {
  const { id } = await newBriefing('Torn inside')
  const [version] = await versionsOf(id)
  await test.payload.db.updateVersion({
    collection: 'briefings',
    id: version!.id,
    versionData: {
      latest: true,
      parent: id,
      createdAt: version!.createdAt,
      updatedAt: version!.updatedAt,
      version: { ...version!.version, topics: [], keyPoints: [] },
    },
  })

  expect(await repairTornSaves(test.payload, 0)).toEqual([`briefings ${id}: version-in-part`])
  expect(await inAdmin(id)).toMatchObject({
    topics: [topic],
    keyPoints: [{ text: 'First.' }, { text: 'Second.' }],
  })
  expect(await repairTornSaves(test.payload, 0)).toEqual([])
})

it('leaves one latest version where a crash left two, and loses neither', async () => {
  const { id } = await newBriefing('Two latest')
  await draftOf(id, 'Draft cut short')
  const older = (await versionsOf(id)).at(-1)
  await test.payload.db.updateVersion({
    collection: 'briefings',
    id: older!.id,
    versionData: {
      latest: true,
      parent: id,
      createdAt: older!.createdAt,
      updatedAt: older!.updatedAt,
      version: structuredClone(older!.version),
    },
  })

  expect(await repairTornSaves(test.payload, 0)).toEqual([`briefings ${id}: two-latest`])
  const versions = await versionsOf(id)
  expect(versions.map(({ version, latest }) => [version.title, latest === true])).toEqual([
    ['Two latest', true],
    ['Draft cut short', false],
  ])
  expect(await inAdmin(id)).toMatchObject({ title: 'Two latest', _status: 'published' })
})

it('shows at the desk the draft that was acknowledged, not one that was cut short after it', async () => {
  const { id } = await newBriefing('Published')
  await draftOf(id, 'Acknowledged')
  await draftOf(id, 'Cut short')
  const acknowledged = (await versionsOf(id)).find(
    ({ version }) => version.title === 'Acknowledged',
  )
  await test.payload.db.updateVersion({
    collection: 'briefings',
    id: acknowledged!.id,
    versionData: {
      latest: true,
      parent: id,
      createdAt: acknowledged!.createdAt,
      updatedAt: acknowledged!.updatedAt,
      version: structuredClone(acknowledged!.version),
    },
  })

  expect(await repairTornSaves(test.payload, 0)).toEqual([`briefings ${id}: two-latest`])
  expect(await inAdmin(id)).toMatchObject({ title: 'Acknowledged', topics: [topic] })
  expect((await onSite(id)).title).toBe('Published')
  expect((await versionsOf(id)).map(({ version }) => version.title)).toContain('Cut short')
})
