import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { importDocuments } from '@/exchange/import-documents'
import { storedFile } from '@/exchange/stored-files'
import { blocksOf } from '@/lib/lexical/nodes'
import { idOf } from '@/lib/ids'
import type { FigureBlock } from '@/payload-types'
import { ImportDesk } from '../support/import-desk'
import { docx, para, run } from '../support/make-docx'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'

const shown = (id: string, alt: string) =>
  `<w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing"><wp:docPr id="1" name="Picture" descr="${alt}"/><a:graphic xmlns:a="${DRAWING}/main"><a:graphicData><pic:pic xmlns:pic="${DRAWING}/picture"><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

const drawing = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#084a3e' } })
    .png()
    .toBuffer()

let desk: ImportDesk
let folder: string
beforeAll(async () => {
  desk = await ImportDesk.open()
})
beforeEach(async () => {
  await desk.empty()
  await desk.test.payload.delete({
    collection: 'attachments',
    overrideAccess: true,
    where: { id: { exists: true } },
  })
  folder = await mkdtemp(join(tmpdir(), 'import-pictures-'))
})
afterEach(() => rm(folder, { recursive: true }))
afterAll(() => desk.test.close())

/** A Word file with these files as its pictures, named p1, p2 and so on. */
async function put(body: string, ...pictures: readonly Buffer[]): Promise<void> {
  const names = pictures.map((_, at) => `media/p${at + 1}.png`)
  const relations = names.map(
    (name, at) => `<Relationship Id="p${at + 1}" Type="${OFFICE}/image" Target="${name}"/>`,
  )
  const file = docx(body, {
    parts: {
      'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
      ...Object.fromEntries(pictures.map((file, at) => [`word/${names[at] ?? ''}`, file])),
    },
  })
  await writeFile(join(folder, 'Signs.docx'), file)
}

async function bring(isDryRun = false) {
  const { payload } = desk.test
  const report = await importDocuments({ payload, folder, isDryRun, onProgress: () => undefined })
  expect(report.errors).toEqual([])
  return report.notes.filter(({ field }) => field === 'body').map(({ message }) => message)
}

const figures = async () =>
  blocksOf((await desk.only()).body).flatMap(({ fields }) =>
    fields?.blockType === 'figure' ? [fields as unknown as FigureBlock] : [],
  )

const shownBy = ({ picture }: FigureBlock) => idOf(picture)

const attachments = async () => {
  const { docs } = await desk.test.payload.find({
    collection: 'attachments',
    overrideAccess: true,
    pagination: false,
    sort: 'title',
  })
  return docs
}

const NO_CREDIT =
  'the pictures have no credit yet: say of each who made it, or where it is from, before it is published'

it('brings a picture that says what it shows over as a figure, with its file for members alone', async () => {
  const wall = await drawing()
  await put(para(run('So it is.')) + para(shown('p1', 'A wet wall &amp; a door')), wall)

  const notes = await bring()

  expect(notes).toEqual([NO_CREDIT])
  const [stored] = await attachments()
  expect(stored).toMatchObject({ title: 'A wet wall & a door', mimeType: 'image/png' })
  expect(await figures()).toMatchObject([{ alt: 'A wet wall & a door', credit: '' }])
  expect((await figures()).map(shownBy)).toEqual([stored?.id])
  const { width, height } = await sharp((await storedFile(desk.test.payload, stored!))!).metadata()
  expect([width, height]).toEqual([60, 40])
})

it('stores a picture once that a document shows twice, each time with its own words', async () => {
  await put(
    para(shown('p1', 'A wall')) + para(run('Again:') + shown('p1', 'The wall again')),
    await drawing(),
  )

  await bring()

  const [stored, ...others] = await attachments()
  expect(others).toEqual([])
  expect((await figures()).map((one) => [shownBy(one), one.alt])).toEqual([
    [stored?.id, 'A wall'],
    [stored?.id, 'The wall again'],
  ])
})

it('leaves words alone of a picture that is none, and says what to do of one without words', async () => {
  const broken = Buffer.from('\x89PNG\r\n\x1a\nno picture', 'latin1')
  await put(
    para(
      run('Shown: ') + shown('p1', 'A broken one') + shown('p2', ' ') + shown('p3', 'A drawing'),
    ),
    broken,
    await drawing(),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  )

  expect(await bring()).toEqual([
    'a picture was left out, its words “A broken one” stand instead',
    'a picture without words was left out: put it in as a figure, and say what it shows',
    'a picture was left out, its words “A drawing” stand instead',
  ])
  expect(await figures()).toEqual([])
  expect(await attachments()).toEqual([])
})

it('says the same on a dry run, and stores no picture', async () => {
  await put(para(run('So it is.') + shown('p1', 'A wall')), await drawing())

  expect(await bring(true)).toEqual([NO_CREDIT])
  expect(await attachments()).toEqual([])
})

it('lets nobody publish such a picture without a credit', async () => {
  await put(para(run('So it is.') + shown('p1', 'A wall')), await drawing())
  await bring()
  const { id } = await desk.only()
  const publish = desk.test.payload.update({
    collection: 'briefings',
    id,
    overrideAccess: true,
    data: { _status: 'published', summary: 'A summary.' },
  })

  await expect(publish).rejects.toThrow(/credit/i)
})

it('refuses a line for readers whose picture has no credit, and takes it as a draft', async () => {
  const line = {
    ...{ title: 'Signs', reference: 'X-1', summary: 'A summary.', bodyFormat: 'html' },
    ...{ media: ['wall.png'], body: '<p>So it is.</p><img src="media:1" alt="A wall">' },
  }
  const content = await drawing()
  const file = { ...{ title: 'wall', content, ending: '.png' }, mimeType: 'image/png' }
  const beside = () =>
    Promise.resolve({ kind: 'read' as const, file: { ...file, isPicture: true } })

  const published = await desk.bring([line], { beside })
  const draft = await desk.bring([{ ...line, status: 'draft' }], { beside })

  expect(published.errors.map(({ message }) => message)).toEqual([
    expect.stringContaining('is a figure without credit'),
  ])
  expect(draft).toMatchObject({ created: 1, errors: [] })
  expect(await desk.bring([{ ...line, status: 'draft' }], { beside })).toMatchObject({
    unchanged: 1,
  })
})
