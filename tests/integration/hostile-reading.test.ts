import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Viewer, visitor } from '@/access/viewer'
import { viewerFrom } from '@/app/viewer-from'
import { listArticles } from '@/articles/list-articles'
import { listBriefings } from '@/briefings/list-briefings'
import { openAttachment } from '@/briefings/open-attachment'
import { readBriefing } from '@/briefings/read-briefing'
import { startSession } from '@/members/sessions'
import { answerSearch } from '@/search/answer-search'
import { answerSuggest } from '@/search/answer-suggest'
import { indexPublished } from '@/search/index-published'
import { makeSearchEngine } from '@/search/make-search-engine'
import type { SearchEngine } from '@/search/search-engine'
import { newWord } from '../../scripts/audit-leaks/marks'
import { aMember } from '../support/a-member'
import { searchRequest } from '../support/search-documents'
import { makeReadingWorld, MARK, NOW, type ReadingWorld } from '../support/reading-world'
import { openTestPayload, type TestPayload } from '../support/test-payload'

const SECOND = 1000

let test: TestPayload
let world: ReadingWorld
let engine: SearchEngine
beforeAll(async () => {
  test = await openTestPayload()
  world = await makeReadingWorld(test)
  engine = makeSearchEngine(test.settings)
  await indexPublished({ payload: test.payload, engine, now: NOW })
})
afterAll(async () => {
  await engine.close()
  await test.close()
})

const uploads = () => path.join(test.dataDir, 'uploads', 'attachments')

const at = (ms: number) => new Date(new Date('2025-01-01T09:00:00.000Z').getTime() + ms)

/** A file for members that comes with a briefing. */
async function aFileOf(slug: string): Promise<string> {
  const { payload } = test
  const data = Buffer.from('%PDF-1.4\nxref\ntrailer\nstartxref\n%%EOF\n')
  const { id } = await payload.create({
    collection: 'attachments',
    overrideAccess: true,
    data: { title: 'Evidence' },
    file: { name: 'a.pdf', data, mimetype: 'application/pdf', size: data.length },
  })
  await payload.update({
    collection: 'briefings',
    where: { slug: { equals: slug } },
    overrideAccess: true,
    data: { attachments: [id] },
  })
  return id
}

async function everythingSaid(viewer: Viewer, words: string, now: Date): Promise<string> {
  const request = searchRequest(words)
  const results = await answerSearch({ payload: test.payload, engine, viewer, request, now })
  const suggested = await answerSuggest({
    payload: test.payload,
    engine,
    viewer,
    typed: words,
    now,
  })
  const json = JSON.stringify([results, suggested])
  return json.replaceAll(words, 'WORD')
}

describe('member text', () => {
  it('H15 closes for a member in the middle of a session when the membership ends, and opens when it is renewed', async () => {
    const { payload } = test
    const member = await aMember(payload, { to: '2027-12-31' })
    const organisation =
      typeof member.organisation === 'object' ? member.organisation.id : member.organisation
    const { token } = await startSession({ payload, memberId: member.id, now: NOW })
    const headers = new Headers({ Cookie: `signpost-member=${token}` })
    const reads = async () => {
      const viewer = await viewerFrom({ payload, headers, isLoopback: true, now: NOW })
      return readBriefing({ payload, slug: 'rough-sleeping', viewer, now: NOW })
    }
    const runsUntil = (membershipTo: string) =>
      payload.update({
        collection: 'organisations',
        id: organisation,
        overrideAccess: true,
        data: { membershipTo },
      })

    expect((await reads()).kind).toBe('full')
    await runsUntil('2026-10-01')
    expect((await reads()).kind).toBe('teaser')
    expect(JSON.stringify(await reads())).not.toContain(MARK)
    await runsUntil('2027-12-31')
    expect((await reads()).kind).toBe('full')
  })

  it('H20 of a later day is nowhere until that second, and everywhere from it', async () => {
    const { payload } = test
    const member = world.viewers.member
    const file = await aFileOf('older-homes')
    const opens = async (viewer: Viewer, now: Date) =>
      (await openAttachment({ payload, id: file, viewer, folder: uploads(), now })).kind
    const found = async (now: Date) => {
      await indexPublished({ payload, engine, now })
      const slug = 'older-homes'
      const { briefings } = await listBriefings({ payload, viewer: visitor, limit: 50, now })
      const search = await everythingSaid(visitor, 'older', now)
      return [
        (await readBriefing({ payload, slug, viewer: visitor, now })).kind,
        (await readBriefing({ payload, slug, viewer: member, now })).kind,
        briefings.some((briefing) => briefing.slug === slug),
        search.includes('Older homes'),
        await opens(visitor, now),
        await opens(member, now),
      ]
    }

    const nowhere = ['missing', 'missing', false, false, 'missing', 'missing']
    const everywhere = ['teaser', 'full', true, true, 'missing', 'file']
    expect(await found(at(-SECOND))).toEqual(nowhere)
    expect(await found(at(-1))).toEqual(nowhere)
    expect(await found(at(0))).toEqual(everywhere)
    expect(await found(at(60 * SECOND))).toEqual(everywhere)
    expect(await found(at(-SECOND))).toEqual(nowhere)
    const { articles } = await listArticles({
      payload,
      viewer: visitor,
      limit: 50,
      now: NOW,
    })
    expect(JSON.stringify(articles)).not.toContain('Next year')
  })

  it('H23 cannot be felt for by a visitor’s search: whole words, beginnings, slips, phrases', async () => {
    for (const words of [
      MARK,
      MARK.slice(0, 6),
      `${MARK}s`,
      `"${MARK}"`,
      `-${MARK}`,
      `ref:${MARK}`,
    ]) {
      const nonsense = words.replace(/zebrafinch|zebraf/, (part) => newWord().slice(0, part.length))
      for (const viewer of [visitor, world.viewers.lapsed]) {
        expect(await everythingSaid(viewer, words, NOW)).toBe(
          (await everythingSaid(viewer, nonsense, NOW)).replaceAll(nonsense, 'WORD'),
        )
      }
    }
  })

  it('H24 that was taken back while the index did not hear of it is not found', async () => {
    const { payload } = test
    const title = `Soon withdrawn ${newWord()}`
    const { id } = await payload.create({
      collection: 'briefings',
      overrideAccess: true,
      data: {
        title,
        summary: 'A summary.',
        type: 'briefing',
        publishedAt: '2026-11-01T09:00:00.000Z',
        _status: 'published',
      },
    })
    await indexPublished({ payload, engine, now: NOW })
    const word = title.split(' ').at(-1) ?? ''
    expect(await everythingSaid(world.viewers.member, word, NOW)).toContain('Soon withdrawn')
    await payload.update({
      collection: 'briefings',
      id,
      overrideAccess: true,
      data: { _status: 'draft' },
    })

    expect(await everythingSaid(world.viewers.member, word, NOW)).not.toContain('Soon withdrawn')
  })
})
