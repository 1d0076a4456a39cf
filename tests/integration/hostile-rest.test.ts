import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Ask } from '../../scripts/audit-leaks/ask'
import { askTwice, schemaQuestions } from '../../scripts/audit-leaks/questions'
import { restRows } from '../../scripts/audit-leaks/rest-rows'
import { type HostileHouse, openHostileHouse, textOf } from '../support/hostile-house'
import { doorsInMemory } from '../support/doors-in-memory'
import { openTestPayload } from '../support/test-payload'

/** docs/hostile-tests.md says what each number asks. */

let house: HostileHouse
beforeAll(async () => {
  house = await openHostileHouse()
})
afterAll(() => house.close())

const slugs = () => house.payload.config.collections.map(({ slug }) => slug)
const CLOSED = '404 {"error":{"code":"not-found","message":"There is nothing here."}}'
const member = () => ({ Cookie: house.world.memberCookies.member ?? '' })
const lapsed = () => ({ Cookie: house.world.memberCookies.lapsed ?? '' })
const readers = () => [{}, lapsed(), member()]

const looksFor = (persona: 'anonymous' | 'member') => (asked: string, answer: Answer) =>
  house.inspector.inspect(persona, asked, answer)

async function differences(ask: Ask, paths: readonly { path: string; guess: string }[]) {
  const found: unknown[] = []
  for (const question of paths) {
    const difference = await askTwice(ask, 'anonymous', question, {}, looksFor('anonymous'))
    if (difference) found.push(difference)
  }
  return found
}

/** Every question about every field is put by `npm run audit:leaks`; here each field is asked in one way, in turn. */
const oneWayEach = () => schemaQuestions(house.world).filter((_, n) => n % 29 === 0)

/** Behind the list of what is open, a relation may still name a row by its id: H08 holds that nobody can do anything with one. */
const isMoreThanAnId = ({ of }: { readonly of: string }) => !/\.id( |$)/.test(of)

describe('Payload’s own routes', () => {
  it('H01 show no collection, built-in or ours, to anybody but staff', async () => {
    for (const slug of slugs()) {
      for (const headers of readers()) {
        expect(textOf(await house.door(`/api/${slug}`, { headers }))).toBe(CLOSED)
      }
    }
  })

  it('H02 answer a right guess at a body as they answer nonsense', async () => {
    const { body, _status } = await house.payload.findByID({
      collection: 'briefings',
      id: house.world.briefings.live.id,
      overrideAccess: true,
    })
    const guess =
      house.world.marks.find(
        ({ of, audience, owner }) =>
          of.startsWith('briefings.body') && audience === 'members' && !owner,
      )?.mark ?? 'no mark'
    const path = '/api/briefings?where[body][like]=GUESS'

    // A draft is kept back by its row alone: the text has to be one that only its readers keep from being found.
    expect([_status, JSON.stringify(body)]).toEqual(['published', expect.stringContaining(guess)])
    expect(await differences(house.guard, [{ path, guess }])).toEqual([])
    expect(await differences(house.door, [{ path, guess }])).toEqual([])
  })

  it('H03 tell no right guess from a wrong one, whichever field and operator', async () => {
    expect(await differences(house.guard, oneWayEach())).toEqual([])
    expect(house.inspector.leaks().filter(isMoreThanAnId)).toEqual([])
  }, 240_000)

  it('H04 say nothing of related rows through a list of them', async () => {
    const guess =
      house.world.marks.find(({ of }) => of === 'briefings.title of a draft')?.mark ?? ''
    const paths = ['leadsTo', 'alsoLike', 'topics'].map((field) => ({
      path: `/api/articles?where[${field}][contains][title][like]=GUESS`,
      guess,
    }))

    expect(await differences(house.guard, paths)).toEqual([])
  })

  it('H05 order rows by nothing that is protected', async () => {
    for (const { collection, path } of house.world.schema) {
      if (collection !== 'briefings' && collection !== 'articles') continue
      const up = await house.guard(`/api/${collection}?sort=${path}`)
      const isPublic = ['slug', 'reference', 'type', 'topics', 'series', 'publishedAt'].includes(
        path,
      )
      expect([path, up.status]).toEqual([path, isPublic ? 200 : 400])
    }
  })

  it('H06 give no protected word for any select, populate, join or depth', async () => {
    for (const path of [
      'select[body]=true',
      'select[keyPoints]=true&select[_status]=false',
      'populate[briefings][body]=true&depth=9999',
      'populate[staff][email]=true&depth=2',
      'joins[related][limit]=9',
      'depth=9999&limit=0&pagination=false',
    ]) {
      for (const slug of ['briefings', 'articles', 'staff', 'members', 'sources']) {
        const asked = `/api/${slug}?${path}`
        looksFor('anonymous')(asked, await house.guard(asked))
        looksFor('anonymous')(asked, await house.door(asked))
      }
    }
    // Behind the door stands the guard alone, which gives ids of rows it does not show: nobody comes there.
    expect(house.inspector.leaks().filter(({ of }) => !of.includes('.id'))).toEqual([])
  })

  it('H07 know no versions, drafts, bin or other language', async () => {
    const { live } = house.world.briefings
    for (const path of [
      'briefings/versions',
      `briefings/versions/${live.id}`,
      'briefings?draft=true',
      'briefings?trash=true',
      'briefings?locale=all',
    ]) {
      for (const headers of readers()) {
        expect(textOf(await house.door(`/api/${path}`, { headers }))).toBe(CLOSED)
      }
      looksFor('anonymous')(path, await house.guard(`/api/${path}`))
    }
    expect(house.inspector.leaks().filter(({ of }) => !of.includes('.id'))).toEqual([])
  })

  it('H08 know a draft as little as an id nobody has', async () => {
    const ask = (id: string) => house.door(`/api/briefings/access/${id}`, { method: 'POST' })

    expect(textOf(await ask(house.world.briefings.draft.id))).toBe(textOf(await ask(randomUUID())))
  })

  it.each(['access', 'staff/init', 'og?title=x', 'graphql', 'graphql-playground'])(
    'H09 have nothing at %s',
    async (path) => {
      expect(textOf(await house.door(`/api/${path}`))).toBe(CLOSED)
    },
  )

  it('H10 make no first account for a visitor, even where there is none', async () => {
    const empty = await openTestPayload()
    try {
      const { behindAllowList } = await import('@/app/rest-doors')
      const route = behindAllowList(
        (request) => empty.rest(request),
        () => Promise.resolve(empty.payload),
        doorsInMemory(),
      )
      for (const path of ['staff/first-register', 'members/first-register']) {
        const answer = await route(
          new Request(`${empty.settings.siteUrl}/api/${path}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ email: 'first@example.org', password: 'a long enough one' }),
          }),
          { params: Promise.resolve({ slug: path.split('/') }) },
        )
        expect(answer.status).toBe(404)
      }
      const made = await empty.payload.count({ collection: 'staff', overrideAccess: true })
      expect(made.totalDocs).toBe(0)
    } finally {
      await empty.close()
    }
  })

  it('H11 run no job for anybody', async () => {
    for (const path of ['payload-jobs', 'payload-jobs/run', 'payload-jobs/handle-schedules']) {
      for (const headers of readers()) {
        expect(textOf(await house.door(`/api/${path}`, { headers }))).toBe(CLOSED)
      }
    }
    expect(house.payload.config.jobs.tasks ?? []).toEqual([])
  })

  it('keep every mark for everybody but staff, in each way they can be asked', async () => {
    for (const [, questions] of restRows(house.world, slugs())) {
      for (const { path, ...asked } of questions) {
        looksFor('anonymous')(path, await house.door(path, asked))
      }
    }
    expect(house.inspector.leaks().filter(({ of }) => !of.includes('.id'))).toEqual([])
  })
})
