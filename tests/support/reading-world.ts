import { memberViewer, type Viewer, visitor } from '@/access/viewer'
import type { TestPayload } from './test-payload'

export const NOW = new Date('2026-11-20T12:00:00Z')
export const MARK = 'zebrafinch'

const paragraph = (text: string) => ({
  type: 'paragraph',
  version: 1,
  format: '' as const,
  indent: 0,
  direction: null,
  children: [
    { type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal' as const, style: '' },
  ],
})

const bodyOf = (text: string) => ({
  root: {
    type: 'root',
    version: 1,
    format: '' as const,
    indent: 0,
    direction: null,
    children: [paragraph(text)],
  },
})

export type ReadingWorld = {
  readonly viewers: Readonly<Record<'visitor' | 'lapsed' | 'member' | 'staff', Viewer>>
  readonly topics: {
    readonly housing: string
    readonly homelessness: string
    readonly crime: string
  }
  readonly officerId: string
}

type Payload = TestPayload['payload']

async function makeMember(payload: Payload, email: string, membershipTo: string) {
  const organisation = await payload.create({
    collection: 'organisations',
    overrideAccess: true,
    data: { name: email, kind: 'council', membershipFrom: '2020-01-01', membershipTo },
  })
  const member = await payload.create({
    collection: 'members',
    overrideAccess: true,
    depth: 1,
    data: { email, name: 'A reader', organisation: organisation.id },
  })
  return memberViewer(member, NOW)
}

async function makeViewers(payload: Payload): Promise<ReadingWorld['viewers']> {
  const staff = await payload.create({
    collection: 'staff',
    overrideAccess: true,
    data: {
      email: 'officer@signpost.example',
      password: 'a long enough password',
      name: 'Housing Officer',
      role: 'officer',
      biography: 'Writes on housing.',
    },
  })
  return {
    visitor,
    lapsed: await makeMember(payload, 'lapsed@north.example', '2024-12-31'),
    member: await makeMember(payload, 'reader@south.example', '2027-12-31'),
    staff: { kind: 'staff', staff },
  }
}

async function makeTopics(payload: Payload): Promise<ReadingWorld['topics']> {
  const make = async (name: string, parent?: string) => {
    const data = { name, ...(parent ? { parent } : {}) }
    return (await payload.create({ collection: 'topics', overrideAccess: true, data })).id
  }
  const housing = await make('Housing')
  return { housing, homelessness: await make('Homelessness', housing), crime: await make('Crime') }
}

async function makeBriefings(payload: Payload, { topics, officerId }: ReadingWorld) {
  const make = (title: string, rest: Record<string, unknown> = {}) =>
    payload.create({
      collection: 'briefings',
      overrideAccess: true,
      data: {
        title,
        summary: `What is known of ${title}.`,
        type: 'briefing',
        keyPoints: [{ text: `A point about the ${MARK}.` }],
        body: bodyOf(`The ${MARK} sings.`),
        authors: [officerId],
        topics: [topics.homelessness],
        publishedAt: '2026-11-01T09:00:00.000Z',
        _status: 'published',
        ...rest,
      },
    })
  const source = await payload.create({
    collection: 'sources',
    overrideAccess: true,
    data: { title: `The ${MARK} report`, type: 'research' },
  })
  const older = await make('Older homes', { publishedAt: '2025-01-01T09:00:00.000Z' })
  await make('Rough sleeping', {
    sources: [source.id],
    related: [older.id],
    topics: [topics.homelessness, topics.housing],
  })
  await make('Half written', { _status: 'draft' })
  await make('Not until Christmas', { publishedAt: '2026-12-25T09:00:00.000Z' })
}

async function makeArticles(payload: Payload, { officerId }: ReadingWorld) {
  const make = (title: string, rest: Record<string, unknown> = {}) =>
    payload.create({
      collection: 'articles',
      overrideAccess: true,
      data: {
        title,
        summary: 'Short.',
        body: bodyOf('Everyone reads this.'),
        authors: [officerId],
        publishedAt: '2026-10-01T09:00:00.000Z',
        _status: 'published',
        ...rest,
      },
    })
  await make('A long view')
  await make('Next year', { publishedAt: '2027-01-01T09:00:00.000Z' })
  await make('Half an article', { _status: 'draft' })
}

/** Two briefings and an article published at `NOW`, one of each a draft and one of each of the future; `MARK` stands in member text alone. */
export async function makeReadingWorld({ payload }: TestPayload): Promise<ReadingWorld> {
  const viewers = await makeViewers(payload)
  const officerId = viewers.staff.kind === 'staff' ? viewers.staff.staff.id : ''
  const world = { viewers, topics: await makeTopics(payload), officerId }
  await makeBriefings(payload, world)
  await makeArticles(payload, world)
  return world
}
