import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { importUpload, LARGEST_UPLOAD } from '@/exchange/import-upload'
import { ImportDesk, SMALL } from '../support/import-desk'
import { zip } from '../support/make-docx'

let desk: ImportDesk
beforeAll(async () => {
  desk = await ImportDesk.open()
})
beforeEach(() => desk.empty())
afterAll(() => desk.test.close())

const bring = (name: string, file: Buffer | string, isDryRun = false) =>
  importUpload({ payload: desk.test.payload, name, file: Buffer.from(file), isDryRun })

const brought = async (name: string, file: Buffer | string, isDryRun = false) => {
  const outcome = await bring(name, file, isDryRun)
  if (outcome.kind === 'refused') throw new Error(outcome.why)
  return outcome.report
}

const lines = (...of: object[]) => of.map((line) => JSON.stringify(line)).join('\n')

it('tries a file of briefings, storing nothing, then brings in what it said, and the same again changes nothing', async () => {
  const file = lines(SMALL, { title: 'No text' }, { ...SMALL, title: 'Other', reference: 'A/1' })
  const faulty = { where: 'Line 2', says: 'body is missing' }

  expect(await brought('old.jsonl', file, true)).toMatchObject({ created: 2, invalid: 1 })
  expect(await desk.count('briefings')).toBe(0)
  expect(await brought('old.jsonl', file)).toMatchObject({ created: 2, refused: [faulty] })
  expect(await desk.count('briefings')).toBe(2)
  expect(await brought('old.jsonl', file)).toMatchObject({ created: 0, unchanged: 2 })
  expect(await desk.versions()).toBe(2)
})

it('makes drafts of the documents of an archive, and says what it passed over', async () => {
  const file = zip({
    'papers/rents.md': '# Rents\n\nRents rose.',
    'damp.html': '<h1>Damp</h1><p>It is damp.</p><script>alert(1)</script>',
    'DAMP.html': '<h1>Damp again</h1><p>It is damp.</p>',
    'logo.png': 'no picture',
    '__MACOSX/._rents.md': 'left behind',
    'papers/': '',
  })
  const report = await brought('archive.ZIP', file)

  expect(report).toMatchObject({ created: 2, invalid: 1 })
  expect(report.refused).toEqual([
    { where: 'DAMP.html', says: 'has the name of another in the archive' },
  ])
  expect(report.notes).toContainEqual({ where: 'logo.png', says: 'is no document: passed over' })
  const rows = await desk.all()
  expect(rows.map(({ title, _status }) => `${title} ${_status ?? ''}`).toSorted()).toEqual([
    'Damp draft',
    'Rents draft',
  ])
  expect(JSON.stringify(rows)).not.toContain('alert(1)')
  expect(await brought('archive.zip', file)).toMatchObject({ created: 0, unchanged: 2 })
})

it('writes nothing outside its own folder, wherever an archive would like to write', async () => {
  const report = await brought('a.zip', zip({ '../../../escape.md': '# Escape\n\nText.' }), true)

  expect(report).toMatchObject({ created: 1, refused: [] })
})

it('takes one document by itself', async () => {
  expect(await brought('rents.md', '# Rents\n\nRents rose.')).toMatchObject({ created: 1 })
})

it('drops a link that would run something, and says so', async () => {
  const report = await brought('links.html', '<h1>L</h1><p><a href="javascript:alert(1)">x</a></p>')

  expect(report.created).toBe(1)
  expect(report.notes.map(({ says }) => says).join()).toMatch(/link/)
  expect(JSON.stringify(await desk.all())).not.toContain('javascript:')
})

const bomb = () => zip({ 'a.md': Buffer.alloc(120_000_000), 'b.md': Buffer.alloc(120_000_000) })
const entities = () =>
  zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml':
      '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>',
  })

it.each([
  ['that unpacks to a flood', 'bomb.zip', bomb, /unpacks to more than 200 MB/],
  ['of 100 MB', 'big.jsonl', () => Buffer.alloc(LARGEST_UPLOAD + 1), /larger than 50 MB/],
  ['that is none', 'a.zip', () => Buffer.from('PK no archive'), /damaged, or is no zip/],
  ['of a kind we do not know', 'a.exe', () => Buffer.from('MZ'), /Choose a file/],
  ['in UTF-16', 'a.jsonl', () => Buffer.from('\ufeff{}', 'utf16le'), /UTF-16/],
])('refuses a file %s with a clear word', async (_what, name, file, why) => {
  const outcome = await bring(name, file())

  expect(outcome).toMatchObject({ kind: 'refused' })
  expect(outcome.kind === 'refused' ? outcome.why : '').toMatch(why)
  expect(await desk.count('briefings')).toBe(0)
})

it('refuses a Word file that declares entities, and brings in the rest', async () => {
  const file = zip({ 'evil.docx': entities(), 'fine.md': '# Fine\n\nText.' })
  const report = await brought('a.zip', file)

  expect(report).toMatchObject({ created: 1, invalid: 1 })
  expect(report.refused[0]).toEqual({
    where: 'evil.docx',
    says: 'declares entities, which no Word file needs',
  })
})
