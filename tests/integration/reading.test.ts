import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Viewer, visitor } from '@/access/viewer'
import { listArticles } from '@/articles/list-articles'
import { readArticle } from '@/articles/read-article'
import { listBriefings } from '@/briefings/list-briefings'
import { readBriefing } from '@/briefings/read-briefing'
import { readOfficer } from '@/officers/read-officer'
import { topicAndBelow } from '@/topics/topic-and-below'
import { everyNode, topicTree } from '@/topics/topic-tree'
import { makeReadingWorld, MARK, NOW, type ReadingWorld } from '../support/reading-world'
import { openTestPayload, type TestPayload } from '../support/test-payload'

let test: TestPayload
let world: ReadingWorld

beforeAll(async () => {
  test = await openTestPayload()
  world = await makeReadingWorld(test)
})
afterAll(() => test.close())

const read = (slug: string, viewer: Viewer) =>
  readBriefing({ payload: test.payload, slug, viewer, now: NOW })

const list = (viewer: Viewer, more = {}) =>
  listBriefings({ payload: test.payload, viewer, limit: 10, now: NOW, ...more })

describe('a briefing', () => {
  it.each(['visitor', 'lapsed'] as const)('gives a %s the teaser and no word more', async (who) => {
    const reading = await read('rough-sleeping', world.viewers[who])

    expect(reading).toMatchObject({
      kind: 'teaser',
      teaser: {
        title: 'Rough sleeping',
        authors: [{ name: 'Housing Officer', slug: 'housing-officer' }],
        holds: { sources: 1 },
      },
    })
    expect(JSON.stringify(reading)).not.toContain(MARK)
  })

  it.each(['member', 'staff'] as const)('gives a %s the whole of it', async (who) => {
    expect(await read('rough-sleeping', world.viewers[who])).toMatchObject({
      kind: 'full',
      briefing: {
        keyPoints: [`A point about the ${MARK}.`],
        sources: [{ title: `The ${MARK} report` }],
        related: [{ title: 'Older homes' }],
        isPublished: true,
      },
    })
  })

  it.each(['visitor', 'lapsed', 'member'] as const)(
    'does not exist for a %s as a draft or before its day',
    async (who) => {
      const unknown = await read('no-such-thing', world.viewers[who])

      expect(await read('half-written', world.viewers[who])).toEqual(unknown)
      expect(await read('not-until-christmas', world.viewers[who])).toEqual(unknown)
    },
  )

  it('can be looked over by staff before its day, and says so', async () => {
    expect(await read('not-until-christmas', world.viewers.staff)).toMatchObject({
      kind: 'full',
      briefing: { isPublished: false },
    })
  })

  it('appears for all when its day has come', async () => {
    const after = new Date('2026-12-25T09:00:01Z')

    expect(
      await readBriefing({
        payload: test.payload,
        slug: 'not-until-christmas',
        viewer: visitor,
        now: after,
      }),
    ).toMatchObject({ kind: 'teaser' })
  })
})

describe('a list of briefings', () => {
  it.each(['visitor', 'lapsed', 'member', 'staff'] as const)(
    'shows a %s what is published by now, newest first, and only its public part',
    async (who) => {
      const answer = await list(world.viewers[who])

      expect(answer.total).toBe(2)
      expect(answer.briefings.map(({ title }) => title)).toEqual(['Rough sleeping', 'Older homes'])
      expect(JSON.stringify(answer)).not.toContain(MARK)
    },
  )

  it('names a briefing once however many of the topics it has', async () => {
    const answer = await list(visitor, {
      topicIds: [world.topics.housing, world.topics.homelessness],
    })

    expect(answer.total).toBe(2)
    expect(answer.briefings).toHaveLength(2)
  })

  it('keeps the order it was asked for by id, and is empty for no ids', async () => {
    const { briefings } = await list(visitor)
    const ids = briefings.map(({ id }) => id).toReversed()

    expect((await list(visitor, { ids })).briefings.map(({ id }) => id)).toEqual(ids)
    expect(await list(visitor, { ids: [] })).toEqual({ briefings: [], total: 0 })
  })

  it('finds what an officer signed', async () => {
    expect((await list(visitor, { authorId: world.officerId })).total).toBe(2)
    expect((await list(visitor, { authorId: world.topics.crime })).total).toBe(0)
  })

  it('asks the database as often for many briefings as for one', async () => {
    const find = vi.spyOn(test.payload.db, 'find')
    await list(visitor, { limit: 1 })
    const forOne = find.mock.calls.length
    find.mockClear()
    await list(visitor, { limit: 10 })

    expect(forOne).toBeGreaterThan(0)
    expect(find.mock.calls.length).toBe(forOne)
    find.mockRestore()
  })
})

describe('topics', () => {
  it('count a briefing once for themselves and for each topic above', async () => {
    const counts = everyNode(await topicTree(test.payload, NOW)).map(
      ({ name, briefings }) => [name, briefings] as const,
    )

    expect(Object.fromEntries(counts)).toEqual({ Housing: 2, Homelessness: 2, Crime: 0 })
  })

  it('include their children, and are none where the address is unknown', async () => {
    expect(await topicAndBelow(test.payload, 'housing')).toEqual([
      world.topics.housing,
      world.topics.homelessness,
    ])
    expect(await topicAndBelow(test.payload, 'no-such-topic')).toEqual([])
  })
})

describe('articles', () => {
  it('are read whole by a visitor', async () => {
    const reading = await readArticle({
      payload: test.payload,
      slug: 'a-long-view',
      viewer: visitor,
      now: NOW,
    })

    expect(reading).toMatchObject({ kind: 'found', article: { title: 'A long view' } })
    expect(JSON.stringify(reading)).toContain('Everyone reads this.')
  })

  it.each(['next-year', 'half-an-article'])(
    'do not exist before they are out: %s',
    async (slug) => {
      const asked = { payload: test.payload, slug, now: NOW }

      expect(await readArticle({ ...asked, viewer: world.viewers.member })).toEqual({
        kind: 'missing',
      })
      expect(await readArticle({ ...asked, viewer: world.viewers.staff })).toMatchObject({
        article: { isPublished: false },
      })
    },
  )

  it('are listed without those that are not out', async () => {
    const { articles, total } = await listArticles({
      payload: test.payload,
      viewer: world.viewers.staff,
      limit: 10,
      now: NOW,
    })

    expect(articles.map(({ title }) => title)).toEqual(['A long view'])
    expect(total).toBe(1)
  })
})

it('tells of an officer the four things that are public, and no address', async () => {
  const reading = await readOfficer({ payload: test.payload, slug: 'housing-officer' })

  expect(reading).toEqual({
    kind: 'found',
    officer: {
      id: world.officerId,
      slug: 'housing-officer',
      name: 'Housing Officer',
      jobTitle: null,
      biography: 'Writes on housing.',
    },
  })
})
