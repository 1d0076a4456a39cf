import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { block, lexicalDocument, paragraph, text } from '@/lib/lexical/make-nodes'
import { ask, type Question } from '../support/access-table/ask'
import { type House, openHouse } from '../support/access-table/house'
import type { Who } from '../support/access-table/people'
import { makeRow } from '../support/access-table/rows'

const PUBLISHED = { _status: 'published', publishedAt: '2024-01-02T09:00:00.000Z' }

let house: House
let red: Buffer
beforeAll(async () => {
  house = await openHouse()
  red = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
})
afterAll(() => house.close())

const showing = (picture: string) =>
  lexicalDocument([
    paragraph([text('So it is.')]),
    block('f1', 'figure', { picture, alt: 'A wet wall.', credit: 'A. Photographer' }),
  ])

const plain: object = lexicalDocument([paragraph([text('No picture.')])])

type Slug = 'attachments' | 'media' | 'sources'

async function changes(who: Who, path: string, body: object, withFile = false) {
  const question: Question = { method: 'PATCH', path, body }
  const file = { name: 'red.png', mimetype: 'image/png', data: red }
  const answer = await ask(house, who, withFile ? { ...question, file } : question)
  return { status: answer.status, said: JSON.stringify(answer.body) }
}

const read = async (collection: Slug, id: string) =>
  (await house.payload.findByID({
    collection,
    id,
    overrideAccess: true,
    depth: 0,
  })) as unknown as Record<string, unknown>

const isServed = async (filename: unknown): Promise<boolean> => {
  const path = `attachments/file/${String(filename)}`
  return (await ask(house, 'editor', { method: 'GET', path })).status === 200
}

const actsOn = async (id: string) => {
  const { docs } = await house.payload.find({
    collection: 'audit-events',
    where: { onId: { equals: id } },
    overrideAccess: true,
  })
  return docs.map(({ act, byId, details }) => ({ act, byId, details }))
}

describe('a file of a published briefing', () => {
  it('is not replaced or renamed by an officer, who is told where readers have it and what to do', async () => {
    const id = await makeRow(house, 'attachments')
    await makeRow(house, 'briefings', {
      title: 'Damp in old walls',
      ...PUBLISHED,
      attachments: [id],
    })
    const before = await read('attachments', id)

    const { status, said } = await changes('officer', `attachments/${id}`, {}, true)

    expect(status).toBe(403)
    expect(said).toContain(
      'Readers have this in “Damp in old walls”. Ask an editor to change it, or add a new file.',
    )
    const body = { title: 'Swapped' }
    expect((await changes('officer', `attachments/${id}`, body)).status).toBe(403)
    const bulk = await changes('officer', `attachments?where[id][equals]=${id}`, body)
    expect(bulk.said).toContain('“Damp in old walls”')
    await changes('officer', `attachments/${id}`, { filename: 'another.png', url: '/another.png' })
    const { title, filename, url } = before
    expect(await read('attachments', id)).toMatchObject({ title, filename, url })
    expect(await isServed(filename)).toBe(true)
    expect(await actsOn(id)).toEqual([])
  })

  it('is not replaced either where the text shows it, however a draft has changed since', async () => {
    const id = await makeRow(house, 'attachments')
    const briefing = await makeRow(house, 'briefings', {
      title: 'Still shown',
      ...PUBLISHED,
      body: showing(id),
    })
    await house.payload.update({
      collection: 'briefings',
      id: briefing,
      draft: true,
      overrideAccess: true,
      data: { body: plain },
    })

    const { status, said } = await changes('officer', `attachments/${id}`, {}, true)

    expect(status).toBe(403)
    expect(said).toContain('“Still shown”')
  })

  it('is replaced by an editor, and the record tells in which briefing', async () => {
    const id = await makeRow(house, 'attachments')
    await makeRow(house, 'briefings', { title: 'Of mould', ...PUBLISHED, attachments: [id] })
    const { filename } = await read('attachments', id)

    expect((await changes('editor', `attachments/${id}`, { title: 'Better' })).status).toBe(200)
    expect((await changes('editor', `attachments/${id}`, {}, true)).status).toBe(200)

    expect((await read('attachments', id)).filename).not.toBe(filename)
    expect(await actsOn(id)).toEqual([
      { act: 'file-replaced', byId: house.people.editor.id, details: 'in “Of mould”' },
    ])
  })

  it('is an officer’s to replace while drafts alone use it, without an entry', async () => {
    const id = await makeRow(house, 'attachments')
    await makeRow(house, 'briefings', { _status: 'draft', attachments: [id], body: showing(id) })

    expect((await changes('officer', `attachments/${id}`, { title: 'Mine' }, true)).status).toBe(
      200,
    )
    expect(await actsOn(id)).toEqual([])
  })

  it('is saved by an officer where nothing of it was changed', async () => {
    const id = await makeRow(house, 'attachments')
    await makeRow(house, 'briefings', { title: 'Unchanged', ...PUBLISHED, attachments: [id] })
    const { title, filename } = await read('attachments', id)

    expect((await changes('officer', `attachments/${id}`, { title, filename })).status).toBe(200)
  })
})

it('keeps the picture of a published article, and its words, as an editor has seen them', async () => {
  const id = await makeRow(house, 'media')
  await makeRow(house, 'articles', { title: 'Of walls', ...PUBLISHED, body: showing(id) })

  for (const [body, withFile] of [
    [{ alt: 'Something else.' }, false],
    [{}, true],
  ] as const) {
    const { status, said } = await changes('officer', `media/${id}`, body, withFile)
    expect(status).toBe(403)
    expect(said).toContain(
      'Readers have this in “Of walls”. Ask an editor to change it, or add a new picture.',
    )
  }
  expect((await changes('editor', `media/${id}`, {}, true)).status).toBe(200)
  expect(await actsOn(id)).toMatchObject([{ act: 'file-replaced', details: 'in “Of walls”' }])
})

describe('a source', () => {
  it('that a published briefing cites is an editor’s to change, but for the note to colleagues', async () => {
    const id = await makeRow(house, 'sources')
    await makeRow(house, 'briefings', { title: 'Of rents', ...PUBLISHED, sources: [id] })

    const { status, said } = await changes('officer', `sources/${id}`, { title: 'Another' })
    expect(status).toBe(403)
    expect(said).toContain(
      'Readers have this in “Of rents”. Ask an editor to change it, or add a new source.',
    )
    expect((await changes('officer', `sources/${id}`, { note: 'Look again.' })).status).toBe(200)
    expect((await changes('editor', `sources/${id}`, { title: 'Another' })).status).toBe(200)
  })

  it('that readers are told to read instead of a cited one is an editor’s to change, too', async () => {
    const [cited, instead] = [await makeRow(house, 'sources'), await makeRow(house, 'sources')]
    await makeRow(house, 'briefings', { title: 'Of loans', ...PUBLISHED, sources: [cited] })
    await changes('editor', `sources/${cited}`, { standing: 'superseded', replacedBy: instead })

    expect((await changes('officer', `sources/${instead}`, { title: 'Else' })).said).toContain(
      '“Of loans”',
    )
  })

  it('that no published briefing cites is an officer’s to correct', async () => {
    const id = await makeRow(house, 'sources')
    await makeRow(house, 'briefings', { _status: 'draft', sources: [id] })

    expect((await changes('officer', `sources/${id}`, { title: 'Corrected' })).status).toBe(200)
    expect(await read('sources', id)).toMatchObject({ title: 'Corrected' })
  })
})
