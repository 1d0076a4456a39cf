import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { block, lexicalDocument, paragraph, text } from '@/lib/lexical/make-nodes'
import { ask } from '../support/access-table/ask'
import { type House, openHouse } from '../support/access-table/house'
import type { Who } from '../support/access-table/people'
import { makeRow } from '../support/access-table/rows'

const PUBLISHED = { _status: 'published', publishedAt: '2024-01-02T09:00:00.000Z' }

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

type Pictures = 'attachments' | 'media'

async function aPicture(collection: Pictures = 'attachments'): Promise<string> {
  const background = { r: 40, g: 80, b: 120 }
  const data = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer()
  const { id } = await house.payload.create({
    collection,
    overrideAccess: true,
    data: collection === 'media' ? { alt: 'A wall.' } : { title: 'A wall' },
    file: { data, mimetype: 'image/png', name: 'wall.png', size: data.length },
  })
  return id
}

const plain = lexicalDocument([paragraph([text('No picture.')])])

const showing = (picture: string) =>
  lexicalDocument([
    paragraph([text('So it is.')]),
    block('f1', 'figure', { picture, alt: 'A wet wall.', credit: 'A. Photographer' }),
  ])

const aBriefing = (title: string, more: object) => makeRow(house, 'briefings', { title, ...more })

const saveDraft = (id: string, body: object) =>
  house.payload.update({
    collection: 'briefings',
    id,
    draft: true,
    overrideAccess: true,
    data: { body: body },
  })

const deletes = async (who: Who, path: string) => {
  const { status, body } = await ask(house, who, {
    method: 'DELETE',
    path,
    asMember: (payload, user) =>
      payload.delete({
        collection: 'attachments',
        id: path.split('/')[1] ?? '',
        overrideAccess: false,
        user,
      }),
  })
  return { status, said: JSON.stringify(body) }
}

const isThere = async (id: string, collection: Pictures = 'attachments') =>
  (
    await house.payload.count({
      collection,
      where: { id: { equals: id } },
      overrideAccess: true,
    })
  ).totalDocs === 1

describe('a picture that a briefing shows', () => {
  it('is not deleted under its readers, and whoever tries is told where it is shown', async () => {
    const picture = await aPicture()
    await aBriefing('Damp in old walls', { ...PUBLISHED, body: showing(picture) })

    const { status, said } = await deletes('editor', `attachments/${picture}`)

    expect(status).toBe(409)
    expect(said).toContain(
      'This picture is shown by “Damp in old walls”. Take it out of them first.',
    )
    expect(await isThere(picture)).toBe(true)
  })

  it('is not deleted while a draft alone shows it, or a change that is not yet published', async () => {
    const [ofDraft, ofChange] = [await aPicture(), await aPicture()]
    await aBriefing('A draft', { _status: 'draft', body: showing(ofDraft) })
    const changed = await aBriefing('A change', { ...PUBLISHED, body: plain })
    await saveDraft(changed, showing(ofChange))

    const [draft, change] = [
      await deletes('editor', `attachments/${ofDraft}`),
      await deletes('editor', `attachments/${ofChange}`),
    ]

    expect([draft.status, change.status]).toEqual([409, 409])
    expect(draft.said).toContain('“A draft”')
    expect(change.said).toContain('“A change”')
  })

  it('is not deleted while readers have it, though a change takes it out', async () => {
    const picture = await aPicture()
    const id = await aBriefing('Still shown', { ...PUBLISHED, body: showing(picture) })
    await saveDraft(id, plain)

    expect((await deletes('editor', `attachments/${picture}`)).status).toBe(409)
  })

  it('is told with the first three titles and the number of the others', async () => {
    const picture = await aPicture()
    for (const title of ['Five', 'Four', 'One', 'Three', 'Two']) {
      await aBriefing(title, { _status: 'draft', body: showing(picture) })
    }

    expect((await deletes('editor', `attachments/${picture}`)).said).toContain(
      'shown by “Five”, “Four”, “One” and 2 more. Take',
    )
  })

  it('stays when many files are deleted at once, and the others go', async () => {
    const [shown, alone] = [await aPicture(), await aPicture()]
    await aBriefing('One of many', { ...PUBLISHED, body: showing(shown) })

    const { said } = await deletes(
      'editor',
      `attachments?where[id][in][0]=${shown}&where[id][in][1]=${alone}`,
    )

    expect(said).toContain('“One of many”')
    expect([await isThere(shown), await isThere(alone)]).toEqual([true, false])
  })

  it('is found in an archive that is read in parts', async () => {
    const picture = await aPicture()
    await aBriefing('The oldest', { ...PUBLISHED, body: showing(picture) })
    for (let count = 0; count < 60; count += 1) await aBriefing(`Newer ${count}`, { body: plain })
    await aBriefing('The newest', { _status: 'draft', body: showing(picture) })

    expect((await deletes('editor', `attachments/${picture}`)).said).toContain(
      'shown by “The newest”, “The oldest”. Take',
    )
  })

  it('names no draft to those who may not delete it', async () => {
    const picture = await aPicture()
    await aBriefing('Zqsecret', { _status: 'draft', body: showing(picture) })

    for (const who of ['anonymous', 'member', 'lapsed', 'officer'] as const) {
      const { status, said } = await deletes(who, `attachments/${picture}`)
      expect(status, who).toBe(403)
      expect(said, who).not.toMatch(/Zqsecret|is shown/)
    }
  })
})

it('lets a picture go that no briefing shows any more, whatever earlier versions showed', async () => {
  const picture = await aPicture()
  const id = await aBriefing('Was shown', { ...PUBLISHED, body: showing(picture) })
  await house.payload.update({
    collection: 'briefings',
    id,
    overrideAccess: true,
    data: { body: plain as never },
  })

  expect((await deletes('editor', `attachments/${picture}`)).status).toBe(200)
  expect(await isThere(picture)).toBe(false)
})

it('keeps a picture that an article shows, in a figure or by itself, and lets another go', async () => {
  const [inFigure, alone, unused] = [
    await aPicture('media'),
    await aPicture('media'),
    await aPicture('media'),
  ]
  const byItself = lexicalDocument([
    { type: 'upload', version: 3, format: '', id: 'u1', relationTo: 'media', value: alone },
  ])
  await makeRow(house, 'articles', { ...PUBLISHED, title: 'Of walls', body: showing(inFigure) })
  await makeRow(house, 'articles', { _status: 'draft', title: 'Of damp', body: byItself })

  const [figure, upload, other] = [
    await deletes('editor', `media/${inFigure}`),
    await deletes('editor', `media/${alone}`),
    await deletes('editor', `media/${unused}`),
  ]

  expect([figure.status, upload.status, other.status]).toEqual([409, 409, 200])
  expect(figure.said).toContain('shown by “Of walls”. Take')
  expect(upload.said).toContain('shown by “Of damp”. Take')
  expect([await isThere(inFigure, 'media'), await isThere(unused, 'media')]).toEqual([true, false])
})
