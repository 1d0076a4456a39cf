import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { filesIn } from '@/exchange/files-beside'
import { exportedInto } from '../support/exported'
import { counts, faults, ImportDesk, type Line, RENTS, SMALL } from '../support/import-desk'

const PDF = Buffer.from('%PDF-1.4\nxref\ntrailer\nstartxref\n%%EOF\n')

let desk: ImportDesk
let elsewhere: ImportDesk
let home: string
beforeAll(async () => {
  desk = await ImportDesk.open()
  elsewhere = await ImportDesk.open()
  home = await mkdtemp(join(tmpdir(), 'export-files-'))
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

const aFolder = () => mkdtemp(join(home, 'files-'))

const exported = async (from: ImportDesk) => exportedInto(await aFolder(), from)

const bringFrom = (
  to: ImportDesk,
  folder: string,
  lines: readonly (Line | string)[],
  dry = false,
) => to.bring(lines, { isDryRun: dry, beside: filesIn(folder) })

const drawn = () => sharp({ create: { width: 60, height: 40, channels: 3, background: '#084a3e' } })

/** A drawing, a photograph that says where it was taken, and a paper. */
async function filesOfAnArchive(): Promise<string> {
  const folder = await aFolder()
  await writeFile(join(folder, 'paper.pdf'), PDF)
  await writeFile(join(folder, 'drawing.png'), await drawn().png().toBuffer())
  const photograph = await drawn()
    .composite([{ input: await drawn().resize(20, 10).negate().png().toBuffer() }])
    .withExif({ IFD0: { Copyright: 'Taken at home' } })
    .jpeg()
    .toBuffer()
  expect(photograph.toString('latin1')).toContain('Taken at home')
  await writeFile(join(folder, 'photograph.jpg'), photograph)
  return folder
}

const WITH_FILES: readonly Line[] = [
  {
    ...RENTS,
    attachments: ['paper.pdf', { path: 'drawing.png', title: 'A drawing' }, 'photograph.jpg'],
  },
  {
    ...SMALL,
    reference: 'X-2',
    attachments: ['paper.pdf'],
    sources: [
      {
        title: 'The old guide',
        standing: 'superseded',
        replacedBy: {
          title: 'The newer guide',
          standing: 'superseded',
          note: 'Known for a year.',
          replacedBy: { title: 'The newest guide', year: 2024 },
        },
      },
    ],
  },
  { ...SMALL, title: 'Without files', reference: 'X-3' },
]

it('carries attachments, pictures and replaced sources into an empty house, and exports them again equal to the byte', async () => {
  await bringFrom(desk, await filesOfAnArchive(), WITH_FILES)
  const first = await exported(desk)

  const report = await bringFrom(elsewhere, first.folder, first.text.split('\n'))

  expect(faults(report)).toEqual([])
  expect(counts(report)).toMatchObject({ created: 3, invalid: 0 })
  const second = await exported(elsewhere)
  expect(second.text).toBe(first.text)
  expect(second.names).toEqual(first.names)
  expect(second.files).toEqual(first.files)
  expect(first.names.map((name) => name.slice(64)).toSorted()).toEqual(['.jpg', '.pdf', '.png'])
  expect(Buffer.concat(first.files).toString('latin1')).not.toContain('Taken at home')
  const [one, two] = await elsewhere.all()
  expect(one?.attachments).toMatchObject([
    { title: 'paper' },
    { title: 'A drawing', mimeType: 'image/png' },
    { title: 'photograph', mimeType: 'image/jpeg' },
  ])
  expect(two?.attachments).toMatchObject([{ title: 'paper' }])
  const replaced = await elsewhere.test.payload.find({
    collection: 'sources',
    overrideAccess: true,
    where: { title: { equals: 'The newer guide' } },
  })
  expect(replaced.docs).toMatchObject([{ replacedBy: { title: 'The newest guide', year: 2024 } }])
})

it('changes nothing when a file with attachments comes again, and makes no second copy of a file', async () => {
  const folder = await filesOfAnArchive()
  await bringFrom(desk, folder, WITH_FILES)
  const files = () => desk.test.payload.count({ collection: 'attachments', overrideAccess: true })
  const before = [await desk.all(), await desk.versions(), await files()]

  const again = await bringFrom(desk, folder, WITH_FILES)
  const { text, folder: own } = await exported(desk)
  const back = await bringFrom(desk, own, text.split('\n'))

  expect(counts(again)).toEqual({ created: 0, updated: 0, unchanged: 3, invalid: 0 })
  expect(counts(back)).toEqual({ created: 0, updated: 0, unchanged: 3, invalid: 0 })
  expect([await desk.all(), await desk.versions(), await files()]).toEqual(before)
})

it('keeps the attachments of a line that leaves them out, and drops them where it says none', async () => {
  await bringFrom(desk, await filesOfAnArchive(), WITH_FILES)

  expect(counts(await desk.bring([RENTS]))).toMatchObject({ unchanged: 1 })
  expect(counts(await desk.bring([{ ...RENTS, attachments: null }]))).toMatchObject({ updated: 1 })
  expect((await desk.all())[0]?.attachments).toEqual([])
})

it('refuses a file that is not there, lies elsewhere, is another, too large or of no kept kind, and stores nothing of its line', async () => {
  const folder = await filesOfAnArchive()
  await writeFile(join(home, 'secret.pdf'), PDF)
  await symlink(join(home, 'secret.pdf'), join(folder, 'link.pdf'))
  await writeFile(join(folder, 'page.pdf'), '<html><script>x()</script>')
  await writeFile(join(folder, 'broken.png'), Buffer.from('\x89PNG\r\n\x1a\nno picture', 'latin1'))
  await writeFile(join(folder, 'large.pdf'), PDF)
  await truncate(join(folder, 'large.pdf'), 26_000_000)
  const wrong = { path: 'paper.pdf', sha256: '0'.repeat(64) }
  const lines = [
    ...['none.pdf', '../secret.pdf', join(home, 'secret.pdf'), 'link.pdf'],
    ...[wrong, 'page.pdf', 'broken.png', 'large.pdf'],
  ].map((file, at) => ({ ...SMALL, reference: `X-${at}`, attachments: ['paper.pdf', file] }))
  const before = await desk.test.payload.count({ collection: 'attachments', overrideAccess: true })

  const report = await bringFrom(desk, folder, lines)

  expect(faults(report)).toEqual([
    '1 attachments names none.pdf, which does not lie beside the file',
    '2 attachments names ../secret.pdf, which does not lie beside the file',
    `3 attachments names ${join(home, 'secret.pdf')}, which does not lie beside the file`,
    '4 attachments names link.pdf, which does not lie beside the file',
    '5 attachments names paper.pdf, which is another file than the line was written with',
    '6 attachments names page.pdf, which is neither PDF, PNG, JPEG nor WebP',
    '7 attachments names broken.png, a picture that cannot be read, or is too large',
    '8 attachments names large.pdf, which is larger than 25 MB',
  ])
  expect(await desk.all()).toEqual([])
  expect(
    await desk.test.payload.count({ collection: 'attachments', overrideAccess: true }),
  ).toEqual(before)
})

it('says the same on a dry run, and stores no file', async () => {
  const folder = await filesOfAnArchive()
  const lines = [{ ...SMALL, attachments: [{ path: 'paper.pdf', title: 'Seen by nobody' }] }]

  const dry = await bringFrom(desk, folder, lines, true)

  const { docs } = await desk.test.payload.find({
    collection: 'attachments',
    overrideAccess: true,
    where: { title: { equals: 'Seen by nobody' } },
  })
  expect(docs).toEqual([])
  expect(dry).toEqual(await bringFrom(desk, folder, lines))
})
