import { copyFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { importDocuments } from '@/exchange/import-documents'
import { blocksOf, type LexicalNode, plainText } from '@/lib/lexical/nodes'
import { ImportDesk } from '../support/import-desk'
import { docx, para, run, zip } from '../support/make-docx'

const HEADED = para(run('Warm homes'), 'Heading1') + para(run('Damp falls by a third.'))
const cell = (words: string) => `<w:tc>${para(run(words))}</w:tc>`
const STYLES = `<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>`
const RELATED = (relations: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>${relations}</Relationships>`
const word = (body: string, { before = '', relations = '', parts = {} } = {}) =>
  docx(body, {
    before,
    parts: {
      'word/styles.xml': STYLES,
      'word/_rels/document.xml.rels': RELATED(relations),
      ...parts,
    },
  })

let desk: ImportDesk
let folder: string
beforeAll(async () => {
  desk = await ImportDesk.open()
})
beforeEach(async () => {
  await desk.empty()
  folder = await mkdtemp(join(tmpdir(), 'documents-'))
})
afterEach(() => rm(folder, { recursive: true }))
afterAll(() => desk.test.close())

const put = (name: string, content: string | Buffer) => writeFile(join(folder, name), content)

async function bring(isDryRun = false) {
  const { payload } = desk.test
  const report = await importDocuments({ payload, folder, isDryRun, onProgress: () => undefined })
  const said = ({ line, field, message }: (typeof report.notes)[number]) =>
    `${report.documents[line - 1]} ${field} ${message}`
  return { ...report, errors: report.errors.map(said), notes: report.notes.map(said) }
}

const onlyText = async () => plainText(blocksOf((await desk.only()).body))

it('brings a Word file in word for word as a draft: headings, table, link, tracked changes as accepted', async () => {
  const table = `<w:tbl><w:tr>${cell('Year')}${cell('Homes')}</w:tr><w:tr>${cell('2018')}${cell('1,204')}</w:tr></w:tbl>`
  const tracked = `<w:ins w:id="1" w:author="A">${run('Kept. ')}</w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>Struck out.</w:delText></w:r></w:del>`
  const link = `<w:hyperlink r:id="l1">${run('Read the study')}</w:hyperlink>`
  await put(
    'Warm homes.docx',
    word(HEADED + para(run('Cost'), 'Heading2') + table + para(tracked + link), {
      relations:
        '<Relationship Id="l1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/study" TargetMode="External"/>',
    }),
  )

  const report = await bring()

  const briefing = await desk.only()
  expect(briefing).toMatchObject({ title: 'Warm homes', slug: 'warm-homes', _status: 'draft' })
  expect(plainText(blocksOf(briefing.body)).split(/\s+/)).toEqual(
    'Damp falls by a third. Cost Year Homes 2018 1,204 Kept. Read the study'.split(' '),
  )
  expect(blocksOf(briefing.body).map(({ type }) => type)).toEqual([
    'paragraph',
    'heading',
    'table',
    'paragraph',
  ])
  expect(JSON.stringify(briefing.body)).toContain('https://example.org/study')
  expect(report.notes).toContain(
    'Warm homes.docx body tracked changes were taken as accepted: what was struck out is gone',
  )
})

/** One line a node that stands for something, indented by its depth. */
const outline = (nodes: readonly LexicalNode[], depth = 0): string[] =>
  nodes.flatMap(({ type, tag, text, children = [] }) => [
    `${'  '.repeat(depth)}${text ?? tag ?? type}`,
    ...outline(children, depth + 1),
  ])

it('brings in a Word file that pandoc wrote as the tree it was written from, and reports no loss', async () => {
  const written = join(import.meta.dirname, '../support/documents/word/pandoc-housing-first.docx')
  await copyFile(written, join(folder, 'housing-first.docx'))

  const { errors, notes } = await bring()

  expect({ errors, notes: notes.filter((note) => !note.includes(' summary ')) }).toEqual({
    errors: [],
    notes: [],
  })
  const { body } = await desk.only()
  expect(outline(blocksOf(body))).toEqual([
    ...['paragraph', '  A start with a claim.', '  [1]', 'h2', '  What works'],
    ...['ul', '  listitem', '    Tenancies', '  listitem', '    ul'],
    ...['      listitem', '        with support', '      listitem', '        without conditions'],
    ...['  listitem', '    Second item'],
    ...['ol', '  listitem', '    One', '  listitem', '    Two'],
    ...['table', '  tablerow', '    tablecell', '      paragraph', '        Year'],
    ...['    tablecell', '      paragraph', '        Homes'],
    ...['  tablerow', '    tablecell', '      paragraph', '        2018'],
    ...['    tablecell', '      paragraph', '        1,204'],
    ...['paragraph', '  See ', '  link', '    the study', '  .'],
    ...['ol', '  listitem', '    Survey of 2018.'],
  ])
})

it('names the comments and page heads of a Word file that have words, for they are left out', async () => {
  const holding = (root: string, words: string) =>
    `<w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${words}</w:${root}>`
  const parts = {
    'word/comments.xml': holding('comments', para(run('Check this'))),
    'word/header1.xml': holding('hdr', para(run('Confidential'))),
    'word/footer1.xml': holding('ftr', para('')),
  }
  await put('one.docx', word(HEADED, { parts }))

  expect((await bring()).notes.slice(0, 2)).toEqual([
    'one.docx body comments of reviewers were left out',
    'one.docx body what stands at the head of each page was left out',
  ])
  expect(await onlyText()).toBe('Damp falls by a third.')
})

it('brings the footnotes of a Word file in as numbered notes at its end', async () => {
  const notes = `<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">${para(run('Housing survey, 2018.'))}</w:footnote></w:footnotes>`
  await put(
    'noted.docx',
    word(HEADED + para(`${run('A claim')}<w:r><w:footnoteReference w:id="2"/></w:r>`), {
      relations:
        '<Relationship Id="n1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>',
      parts: { 'word/footnotes.xml': notes },
    }),
  )

  expect((await bring()).errors).toEqual([])
  expect(await onlyText()).toMatch(/A claim\[1\]\s+Housing survey, 2018\.$/)
})

it('brings HTML and Markdown in beside Word, with nothing that runs', async () => {
  await put('one.html', '<h1>One</h1><p onclick="x()">Text<script>x()</script></p>')
  await put('two.md', '# Two\n\nA claim[^1] and [more](javascript:x).\n\n[^1]: The note.\n')
  await put('three.docx', word(HEADED))
  await put('picture.png', 'x')

  const report = await bring()

  expect(report).toMatchObject({ created: 3, invalid: 0, passedOver: ['picture.png'] })
  const all = await desk.all()
  expect(all.map(({ title }) => title).toSorted()).toEqual(['One', 'Two', 'Warm homes'])
  expect(JSON.stringify(all)).not.toMatch(/javascript:|onclick|x\(\)/)
  expect(JSON.stringify(all)).toContain('The note.')
  expect(report.notes.join()).toContain('javascript:x')
})

it('leaves what is here already alone, so that an officer’s work on it stays', async () => {
  await put('one.md', '# One\n\nAs it was written.')
  await bring()
  const { id } = await desk.only()
  const { payload } = desk.test
  const data = { title: 'One, mended' }
  await payload.update({ collection: 'briefings', id, data, overrideAccess: true })

  const report = await bring()

  expect(report).toMatchObject({ created: 0, unchanged: 1, alreadyHere: ['one.md'] })
  expect((await desk.only()).title).toBe('One, mended')
})

it('stores nothing on a dry run, and says the same of it', async () => {
  await put('one.docx', word(HEADED))
  await put('two.docx', 'no Word file')

  const dry = await bring(true)

  expect(await desk.all()).toEqual([])
  const { created, invalid, errors, notes } = await bring()
  expect({ created, invalid, errors, notes }).toEqual({
    ...{ created: dry.created, invalid: dry.invalid, errors: dry.errors, notes: dry.notes },
  })
  expect(errors).toEqual(['two.docx line is not a Word file (.docx), or is damaged'])
})

it('refuses hostile files with a clear word each, and brings in the rest', async () => {
  const entity = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
  await put('bomb.docx', zip({ 'word/document.xml': Buffer.alloc(170 * 1024 * 1024) }))
  await put('cut.docx', word(HEADED).subarray(0, 400))
  await put('entity.docx', word(para(run('&e;')), { before: entity }))
  await put('good.docx', word(HEADED))
  await put('large.docx', '')
  await truncate(join(folder, 'large.docx'), 100 * 1024 * 1024)
  await put('large.html', '')
  await truncate(join(folder, 'large.html'), 100 * 1024 * 1024)
  const leads =
    '<Relationship Id="l1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="javascript:x" TargetMode="External"/>'
  await put(
    'script.docx',
    word(para(`<w:hyperlink r:id="l1">${run('Words stay')}</w:hyperlink>`), { relations: leads }),
  )

  const report = await bring()

  expect(report.errors).toEqual([
    'bomb.docx line unpacks to more than 160 MB',
    'cut.docx line is not a Word file (.docx), or is damaged',
    'entity.docx line declares entities, which no Word file needs',
    'large.docx line is larger than 40 MB',
    'large.html line is larger than 16 MB',
  ])
  expect(report.created).toBe(2)
  expect(JSON.stringify(await desk.all())).not.toContain('javascript:')
  expect(report.notes).toContain(
    'script.docx body a link to “javascript:x” was left out, its words stay',
  )
})
