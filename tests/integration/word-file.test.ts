import { convertToHtml } from 'mammoth'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Viewer, visitor } from '@/access/viewer'
import { answerWordFile, type WordFileArgs } from '@/app/word-file'
import {
  block,
  heading,
  inlineBlock,
  lexicalDocument,
  link,
  list,
  listItem,
  paragraph,
  quote,
  table,
  tableCell,
  tableRow,
  text,
} from '@/lib/lexical/make-nodes'
import { limitOf } from '@/lib/limit'
import { attemptsInMemory } from '../support/attempts-in-memory'
import { makeRow } from '../support/access-table/rows'
import { type House, openHouse } from '../support/access-table/house'

const NOW = new Date('2026-11-27T09:00:00.000Z')
const PUBLISHED = { _status: 'published', publishedAt: '2024-01-02T09:00:00.000Z' }

let house: House
let member: Viewer
let lapsed: Viewer
let slug: string
beforeAll(async () => {
  house = await openHouse()
  const viewerOf = (who: 'member' | 'lapsed', isActive: boolean): Viewer => {
    const person = house.people[who]
    if (person.door !== 'local') throw new Error('Members come by the Local API.')
    return { kind: 'member', member: person.user, isActive }
  }
  member = viewerOf('member', true)
  lapsed = viewerOf('lapsed', false)
  const sources = await Promise.all(
    [
      {
        title: 'Rough sleeping counted',
        publisher: 'Crisis',
        year: 2021,
        url: 'https://example.org/a',
      },
      { title: 'Taken back', publisher: 'Shelter', year: 2019, standing: 'withdrawn' as const },
    ].map(({ ...data }) =>
      house.payload.create({
        collection: 'sources',
        overrideAccess: true,
        data: { type: 'evaluation', ...data },
      }),
    ),
  )
  const [first, second] = sources.map(({ id }) => id)
  slug = 'housing-first'
  await makeRow(house, 'briefings', {
    ...PUBLISHED,
    title: 'Housing First & after \u0001 <b>',
    slug,
    reference: 'RB-2024-001',
    keyPoints: [{ text: 'It keeps tenancies.' }],
    body: lexicalDocument([
      heading('h2', [text('What was tried')]),
      paragraph([
        text('It was '),
        text('found', 1),
        inlineBlock('c1', 'citation', { source: second, page: '12' }),
        text(' and '),
        link('l1', 'https://example.org/more', [text('told of')]),
        text(' and '),
        link('l2', '/topics/housing', [text('more here')]),
        inlineBlock('c2', 'citation', { source: first }),
        text('.'),
      ]),
      heading('h3', [text('In Wales')]),
      list(false, 1, [
        listItem(1, 0, [text('One')]),
        listItem(2, 0, [list(true, 1, [listItem(1, 1, [text('Inner')])])]),
      ]),
      quote([text('Quoted.')]),
      table([
        tableRow([tableCell(true, [text('Place')]), tableCell(true, [text('Kept')])]),
        tableRow([tableCell(false, [text('Leeds')]), tableCell(false, [text('90%')])]),
      ]),
      block('b1', 'chart', {
        title: 'Counted',
        kind: 'bar',
        unit: 'people',
        table: 'Nation\tCounted\nEngland\t1,000\nWales\t250',
        source: first,
      }),
      block('b2', 'timeline', {
        title: 'Steps',
        events: [{ date: '2025-04-01T12:00:00.000Z', what: 'The Act begins.' }],
      }),
      block('b3', 'caseStudy', {
        title: 'Leeds',
        who: 'A council',
        where: 'Leeds',
        what: 'Flats first',
        outcome: 'Nine in ten stay',
        sources: [first],
      }),
    ]),
  })
  await makeRow(house, 'briefings', { _status: 'draft', title: 'Secret', slug: 'a-draft' })
})
afterAll(() => house.close())

const often = (most: number) => limitOf(most, 10, { name: 'files', store: attemptsInMemory() })

const ask = (viewer: Viewer, over: Partial<WordFileArgs> = {}) =>
  answerWordFile({
    payload: house.payload,
    slug,
    viewer,
    now: NOW,
    siteUrl: house.settings.siteUrl,
    referenceStyle: 'harvard',
    folder: house.dataDir,
    limit: often(100),
    ...over,
  })

async function opened() {
  const answer = await ask(member)
  const buffer = Buffer.from(await answer.arrayBuffer())
  const { value: html, messages } = await convertToHtml({ buffer })
  return { answer, html, faults: messages.filter(({ type }) => type === 'error') }
}

const all = (html: string, tag: string): string[] =>
  [...html.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'gs'))].map(([, inner = '']) =>
    inner.replace(/<[^>]+>/g, '').trim(),
  )

const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

it('opens in another programme with the headings of the page', async () => {
  const { html, faults } = await opened()

  expect(faults).toEqual([])
  expect(all(html, 'h1')).toEqual(
    expect.arrayContaining(['Key points', 'What was tried', 'Sources']),
  )
  expect(all(html, 'h2')).toEqual(['In Wales'])
  expect(html).toContain('Housing First &amp; after')
})

it('says as at which day it stands, and on what terms it may be used', async () => {
  const { html } = await opened()

  expect(plain(html)).toContain('Published 2 January 2024 · as at 27 November 2026')
  expect(plain(html)).toContain('Members may use it freely inside their organisation')
})

it('numbers its references as the page does, with a warning where one was taken back', async () => {
  const { html } = await opened()
  const references = all(html, 'li').slice(-2)

  expect(references).toEqual([
    expect.stringMatching(/^Shelter \(2019\) Taken back\..*Withdrawn by its publisher\.$/),
    expect.stringMatching(/^Crisis \(2021\) Rough sleeping counted\..*https:\/\/example\.org\/a/),
  ])
  expect(all(html, 'sup')).toEqual(['[1, p. 12]', '[2]'])
  expect(html).toMatch(/<a href="#[^"]*source-1">/)
})

it('keeps its links, those to the site with the whole address', async () => {
  const { html } = await opened()
  const hrefs = [...html.matchAll(/href="(http[^"]+)"/g)].map(([, href]) => href)

  expect(hrefs).toEqual(
    expect.arrayContaining([
      'https://example.org/more',
      `${house.settings.siteUrl}/topics/housing`,
      'https://example.org/a',
      `${house.settings.siteUrl}/briefings/${slug}`,
    ]),
  )
})

it('keeps lists within lists, tables, and a chart as the table it was drawn from', async () => {
  const { html } = await opened()

  expect(html).toMatch(/<li>One<(ol|ul)>|<li>One<\/li>/)
  expect(plain(html)).toContain('Inner')
  expect(all(html, 'tr')).toEqual(
    expect.arrayContaining(['PlaceKept', 'Leeds90%', 'NationCounted', 'England1,000', 'Wales250']),
  )
  for (const words of [
    '1 April 2025',
    'The Act begins.',
    'Nine in ten stay',
    'Quoted.',
    'people',
  ]) {
    expect(plain(html)).toContain(words)
  }
})

it('leaves out the letters that XML forbids, and shows markup as words', async () => {
  const { html } = await opened()

  expect(html).not.toContain('\u0001')
  expect(html).toContain('&lt;b&gt;')
})

it('is an attachment that no cache keeps', async () => {
  const { answer } = await opened()

  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'private, no-store',
    'content-disposition': `attachment; filename="${slug}.docx"`,
    'x-content-type-options': 'nosniff',
    vary: 'Cookie',
  })
})

it.each([
  ['a visitor', () => visitor],
  ['a lapsed member', () => lapsed],
])('leads %s to the page, with nothing of the text', async (_whom, viewer) => {
  const answer = await ask(viewer())

  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`${house.settings.siteUrl}/briefings/${slug}`)
  expect(await answer.text()).toBe('')
})

it('is not there of a draft or of nothing, for member and visitor alike', async () => {
  for (const one of ['a-draft', 'no-such-briefing']) {
    for (const viewer of [member, visitor]) {
      expect((await ask(viewer, { slug: one })).status).toBe(404)
    }
  }
})

it('asks a reader who takes files by the dozen to wait', async () => {
  const limit = often(1)
  await ask(member, { limit })
  const answer = await ask(member, { limit })

  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
})
