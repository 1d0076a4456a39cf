import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { filesIn } from '@/exchange/files-beside'
import { sha256Of, storedFile } from '@/exchange/stored-files'
import { block, lexicalDocument, paragraph, text } from '@/lib/lexical/make-nodes'
import { blocksOf, type LexicalNode } from '@/lib/lexical/nodes'
import type { Briefing, FigureBlock } from '@/payload-types'
import { exportedInto } from '../support/exported'
import { counts, faults, ImportDesk } from '../support/import-desk'

let desk: ImportDesk
let elsewhere: ImportDesk
let home: string
beforeAll(async () => {
  desk = await ImportDesk.open()
  elsewhere = await ImportDesk.open()
  home = await mkdtemp(join(tmpdir(), 'export-figures-'))
})
beforeEach(async () => {
  await desk.empty()
  await elsewhere.empty()
})
afterAll(async () => {
  await desk.test.close()
  await elsewhere.test.close()
  await rm(home, { recursive: true })
})

const exported = async (from: ImportDesk) => exportedInto(await mkdtemp(join(home, 'files-')), from)

type Taken = Awaited<ReturnType<typeof exported>>

const bring = (to: ImportDesk, { folder, text: lines }: Taken) =>
  to.bringText(lines, { beside: filesIn(folder) })

async function drawing(background: string, as: 'png' | 'jpeg' = 'png'): Promise<Buffer> {
  const drawn = sharp({ create: { width: 60, height: 40, channels: 3, background } })
  return as === 'png' ? drawn.png().toBuffer() : drawn.jpeg().toBuffer()
}

async function aPicture(title: string, data: Buffer, name = 'picture.png'): Promise<string> {
  const { id } = await desk.test.payload.create({
    collection: 'attachments',
    overrideAccess: true,
    data: { title },
    file: { data, mimetype: `image/${name.split('.')[1]}`, name, size: data.length },
  })
  return id
}

const WORDS = {
  alt: 'A wall, “wet” to the height of a door.\nAbove it, dry.',
  caption: 'Damp comes back where air does not move – here too 🧱.',
  credit: 'A. Photographer & daughter',
  licence: 'CC BY 4.0',
}

const figure = (id: string, picture: string, more: object = {}) =>
  block(id, 'figure', { picture, ...WORDS, ...more })

/** As the desk saves it. */
const saved = (title: string, body: readonly LexicalNode[], more: object = {}, draft = false) =>
  desk.test.payload.create({
    collection: 'briefings',
    overrideAccess: true,
    draft,
    data: {
      ...{ title, summary: 'A summary.', type: 'briefing', _status: 'published' },
      ...{
        slug: title.toLowerCase().replaceAll(' ', '-'),
        publishedAt: '2024-01-02T09:00:00.000Z',
      },
      body: lexicalDocument([paragraph([text('So it is.')]), ...body]) as never,
      ...more,
    } as never,
  })

const figuresOf = ({ body }: Briefing) =>
  blocksOf(body)
    .filter(({ fields }) => fields?.blockType === 'figure')
    .map(({ fields }) => fields as unknown as FigureBlock)

const contentOf = async (at: ImportDesk, { picture }: FigureBlock) => {
  const id = typeof picture === 'string' ? picture : picture.id
  const { payload } = at.test
  const row = await payload.findByID({ collection: 'attachments', id, overrideAccess: true })
  return { title: row.title, sum: sha256Of((await storedFile(payload, row)) ?? Buffer.alloc(0)) }
}

it('brings the picture of a figure into another house with its alternative text, caption, credit and licence', async () => {
  const [wall, roof] = [await drawing('#084a3e'), await drawing('#c04010', 'jpeg')]
  const [wallId, roofId] = [
    await aPicture('A wall', wall),
    await aPicture('A roof', roof, 'roof.jpeg'),
  ]
  await saved('Damp', [
    figure('f1', roofId),
    paragraph([text('And so is this.')]),
    figure('f2', wallId, { alt: 'The wall alone.', caption: undefined, licence: undefined }),
    figure('f3', roofId, { alt: 'The roof again.', caption: '' }),
  ])
  const before = figuresOf(await desk.only())

  const report = await bring(elsewhere, await exported(desk))

  expect(faults(report)).toEqual([])
  expect(counts(report)).toMatchObject({ created: 1, invalid: 0 })
  const after = figuresOf(await elsewhere.only())
  const words = (figures: readonly FigureBlock[]) =>
    figures.map((one) => ({ ...one, picture: 'a picture' }))
  expect(words(after)).toEqual(words(before))
  expect(after[0]).toMatchObject(WORDS)
  const pictures = async (at: ImportDesk, figures: readonly FigureBlock[]) =>
    Promise.all(figures.map((one) => contentOf(at, one)))
  expect(await pictures(elsewhere, after)).toEqual(await pictures(desk, before))
  expect((await pictures(elsewhere, after)).map(({ title }) => title)).toEqual([
    'A roof',
    'A wall',
    'A roof',
  ])
})

it('exports a briefing with figures equal to the byte wherever it was brought in, and changes nothing where it came from', async () => {
  const [wall, roof] = [await drawing('#084a3e'), await drawing('#c04010', 'jpeg')]
  const [wallId, roofId] = [
    await aPicture('A wall', wall),
    await aPicture('A roof', roof, 'roof.jpeg'),
  ]
  const twin = await aPicture('A wall', wall)
  await saved('Damp', [figure('f1', roofId), figure('f2', wallId), figure('f3', twin)], {
    attachments: [wallId, twin],
  })
  await saved('Damp again', [figure('f1', twin)])
  await saved('A draft', [figure('f1', wallId)], { _status: 'draft' })
  const first = await exported(desk)

  const report = await bring(elsewhere, first)
  const second = await exported(elsewhere)
  const home = await bring(desk, first)

  expect([...faults(report), ...faults(home)]).toEqual([])
  expect(second.text).toBe(first.text)
  expect(second.names).toEqual(first.names)
  expect(second.files).toEqual(first.files)
  expect(counts(home)).toEqual({ created: 0, updated: 0, unchanged: 3, invalid: 0 })
  expect(await exported(desk)).toMatchObject({ text: first.text, files: first.files })
})

it('brings a draft along whose blocks still lack what an officer will put in, equal to the byte', async () => {
  const unfinished = [
    block('b1', 'pullOut', {}),
    block('b2', 'figure', { caption: 'The picture comes from the council on Monday.' }),
    block('b3', 'timeline', { title: 'What came when' }),
    block('b4', 'chart', { kind: 'bar', title: 'Rents' }),
    block('b5', 'caseStudy', { title: 'A council' }),
    block('b6', 'keyStatistic', { figure: '12' }),
  ]
  await saved('Unfinished', unfinished, { _status: 'draft' }, true)
  const first = await exported(desk)

  const report = await bring(elsewhere, first)

  expect(faults(report)).toEqual([])
  expect(counts(report)).toMatchObject({ created: 1 })
  expect((await exported(elsewhere)).text).toBe(first.text)
  expect(counts(await bring(desk, first))).toMatchObject({ unchanged: 1, updated: 0 })
})

it('takes the same blocks for no whole briefing where it is to be published', async () => {
  await saved('Unfinished', [block('b1', 'pullOut', {})], { _status: 'draft' }, true)
  const { text: lines, ...rest } = await exported(desk)
  const published = lines.replace('"status":"draft"', '"status":"published"')

  const report = await bring(elsewhere, { ...rest, text: published })

  expect(faults(report).join()).toMatch(/is a pull-out without text/)
  expect(counts(report)).toMatchObject({ created: 0, invalid: 1 })
})
