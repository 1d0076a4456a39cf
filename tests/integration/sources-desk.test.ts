import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { visitor } from '@/access/viewer'
import { doiLookup } from '@/app/doi-lookup'
import type { AddedSources, SourcesReading } from '@/sources/add-sources'
import { type AskOptions, openSourcesHouse, type SourcesHouse } from '../support/sources-house'
import { unrulyServer } from '../support/unruly-server'

let house: SourcesHouse
beforeAll(async () => {
  house = await openSourcesHouse()
})
afterAll(() => house.close())
beforeEach(() => house.emptied())

const said = async (answer: Promise<Response>): Promise<unknown> => (await answer).json()

type Plan = Extract<SourcesReading, { kind: 'read' }>
const plan = async (text: string, options?: AskOptions) =>
  (await said(house.post({ action: 'plan', text }, options))) as Plan
const add = async (text: string, choices: object = {}) =>
  (await said(house.post({ action: 'add', text, choices }))) as AddedSources

const BIBTEX = `@article{smith, title={Housing First}, author={Smith, Jane}, year={2020}, doi={10.1000/hf}}
@article{jones, title={Tenancies kept}, author={Jones, Bob}, year={2021}}
@article{bad, title={Never closed`

const RIS = `TY  - RPRT
AU  - Shelter
TI  - Rough sleeping counted
PY  - 2021
UR  - https://www.example.org/count/?utm_source=mail
ER  - 
`

it('shows an officer what a pasted text would add, and stores nothing before they say so', async () => {
  const shown = await plan(BIBTEX)

  expect(shown.planned.map(({ source }) => source.title)).toEqual([
    'Housing First',
    'Tenancies kept',
  ])
  expect(shown.leftOut[0]).toContain('Reference 3')
  expect(await house.stored()).toEqual([])

  expect((await add(BIBTEX)).added).toHaveLength(2)
  expect(await house.stored()).toMatchObject([
    { title: 'Housing First', authors: ['Smith, Jane'], year: 2020, doi: '10.1000/hf' },
    { title: 'Tenancies kept' },
  ])
})

it('adds nothing twice when the same text is added again', async () => {
  await add(RIS)
  const again = await add(RIS)

  expect(again).toMatchObject({ added: [], filled: [], kept: 1 })
  expect(await house.stored()).toHaveLength(1)
})

it('offers what is there already, and keeps, fills in or adds as the officer chooses', async () => {
  const existing = await house.payload.create({
    collection: 'sources',
    overrideAccess: true,
    data: {
      title: 'Our title',
      type: 'evaluation',
      url: 'http://example.org/count',
      publisher: 'Ours',
    },
  })
  const shown = await plan(RIS)
  expect(shown.planned[0]).toMatchObject({
    like: { by: 'url', id: existing.id },
    fills: ['authors', 'year'],
  })

  expect((await add(RIS, { 1: 'keep' })).kept).toBe(1)
  expect((await add(RIS, { 1: 'merge' })).filled).toEqual([existing.id])
  expect(await house.stored()).toMatchObject([
    { title: 'Our title', type: 'evaluation', publisher: 'Ours', authors: ['Shelter'], year: 2021 },
  ])

  expect((await add(RIS, { 1: 'add' })).added).toHaveLength(1)
  expect(await house.stored()).toHaveLength(2)
})

it('names a reference that stands twice in one text', async () => {
  const shown = await plan(`${RIS}${RIS}`)

  expect(shown.planned.map(({ like }) => like?.by ?? null)).toEqual([null, 'url'])
  expect((await add(`${RIS}${RIS}`)).added).toHaveLength(1)
})

it('makes a source of a DOI with its link where DOIs are not looked up, and says so', async () => {
  const shown = await plan('10.1000/182')

  expect(shown.leftOut[0]).toContain('DOIs are not looked up here.')
  await add('10.1000/182')
  expect(await house.stored()).toMatchObject([
    { doi: '10.1000/182', url: 'https://doi.org/10.1000/182' },
  ])
})

it('looks a DOI up where an address for it is set, and asks no private address', async () => {
  const server = await unrulyServer({
    '/10.1000/182': (_request, response) => {
      response.end(
        JSON.stringify({
          type: 'report',
          title: 'Looked up',
          author: [{ family: 'Ng', given: 'A' }],
          DOI: '10.1000/182',
        }),
      )
    },
  })
  try {
    const base = `${server.origin}/`
    expect(await plan('10.1000/182', { lookUp: doiLookup(base, () => true) })).toMatchObject({
      planned: [{ source: { title: 'Looked up', authors: ['Ng, A'] } }],
      leftOut: [],
    })
    const asked = server.asked.length
    const refused = await plan('10.1000/182', { lookUp: doiLookup(base) })
    expect(refused.leftOut[0]).toContain('could not be reached')
    expect(server.asked).toHaveLength(asked)
  } finally {
    await server.die()
  }
})

it.each<[string, AskOptions, object, number]>([
  ['a visitor', { viewer: visitor }, { action: 'plan', text: RIS }, 404],
  ['another site', { origin: 'https://evil.example' }, { action: 'plan', text: RIS }, 404],
  ['a text too long', {}, { action: 'plan', text: 'x'.repeat(2_000_000) }, 400],
  ['an unknown act', {}, { action: 'drop', text: RIS }, 400],
  ['a text that is none', {}, { action: 'add', text: 'Some words' }, 400],
  ['an officer who merges', {}, { action: 'merge', kept: 'a', gone: 'b' }, 403],
])('refuses %s', async (_whom, options, asked, status) => {
  expect((await house.post(asked, options)).status).toBe(status)
  expect(await house.stored()).toEqual([])
})
