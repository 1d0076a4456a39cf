import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { importBriefings } from '@/exchange/import-briefings'
import { importDocuments } from '@/exchange/import-documents'
import { importUpload } from '@/exchange/import-upload'
import { readLines } from '@/exchange/read-lines'
import { ImportDesk, SMALL } from '../support/import-desk'
import { docx, para, run, zip } from '../support/make-docx'

const MEGABYTE = 1024 * 1024
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const LINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

let desk: ImportDesk
beforeAll(async () => {
  desk = await ImportDesk.open()
})
beforeEach(() => desk.empty())
afterAll(() => desk.test.close())

/** What was refused and noted, each by the name of the file it is about. */
type Said = { readonly refused: readonly string[]; readonly notes: readonly string[] }

async function byTheCommand(name: string, file: Buffer): Promise<Said> {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'))
  try {
    await writeFile(join(folder, name), file)
    const { errors, notes } = await importDocuments({
      ...{ payload: desk.test.payload, folder, isDryRun: false },
      onProgress: () => undefined,
    })
    const said = ({ message }: { message: string }) => `${name} ${message}`
    return { refused: errors.map(said), notes: notes.map(said) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function atTheDesk(name: string, file: Buffer): Promise<Said> {
  const outcome = await importUpload({ payload: desk.test.payload, name, file, isDryRun: false })
  if (outcome.kind === 'refused') return { refused: [outcome.why], notes: [] }
  const said = ({ where, says }: { where: string; says: string }) => `${where} ${says}`
  return { refused: outcome.report.refused.map(said), notes: outcome.report.notes.map(said) }
}

const inAnArchive = (name: string, file: Buffer) => atTheDesk('papers.zip', zip({ [name]: file }))

const WAYS = [
  ['by the command', byTheCommand],
  ['at the desk', atTheDesk],
  ['in an archive at the desk', inAnArchive],
] as const

const withType = (declaration: string, body = para(run('&e;'))) =>
  docx(body, { before: declaration })
const asUtf16 = () =>
  docx('', {
    parts: {
      'word/footnotes.xml': Buffer.from(
        '\ufeff<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY e "x">]><w:d>&e;</w:d>',
        'utf16le',
      ),
    },
  })
const laughs = `<!DOCTYPE d [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "${`&a${at - 1 < 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]>`

const REFUSED: readonly (readonly [string, string, () => Buffer, string])[] = [
  [
    'that unpacks to a flood',
    'bomb.docx',
    () => zip({ 'word/document.xml': Buffer.alloc(170 * MEGABYTE) }),
    'unpacks to more than 160 MB',
  ],
  [
    'with an entity that reads a file',
    'file.docx',
    () => withType('<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
    'declares entities, which no Word file needs',
  ],
  [
    'with an entity that calls out',
    'call.docx',
    () => withType('<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">'),
    'declares entities, which no Word file needs',
  ],
  [
    'with entities that multiply',
    'laughs.docx',
    () => withType(laughs, para(run('&a8;'))),
    'declares entities, which no Word file needs',
  ],
  [
    'with an entity in a note, in UTF-16',
    'wide.docx',
    asUtf16,
    'declares entities, which no Word file needs',
  ],
]

describe.each(WAYS)('%s', (_way, bring) => {
  it.each(REFUSED)('refuses a Word file %s', async (_what, name, file, why) => {
    const { refused } = await bring(name, file())

    expect(refused).toEqual([`${name} ${why}`])
    expect(await desk.count('briefings')).toBe(0)
  })

  it.each(['.docx', '.html', '.md'])('refuses 100 MB that end with %s', async (ending) => {
    const { refused } = await bring(`large${ending}`, Buffer.alloc(100 * MEGABYTE, 'x'))

    expect(refused).toEqual([expect.stringMatching(/larger than (16|40|50) MB/)])
    expect(await desk.count('briefings')).toBe(0)
  })

  it.each([
    [
      'links.docx',
      () =>
        docx(para(`<w:hyperlink r:id="l1">${run('Words stay')}</w:hyperlink>`), {
          parts: {
            'word/_rels/document.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="l1" Type="${LINK}" Target="javascript:alert(1)" TargetMode="External"/></Relationships>`,
          },
        }),
    ],
    ['links.html', () => Buffer.from('<p><a href="&#106;avascript:alert(1)">Words stay</a></p>')],
    ['links.md', () => Buffer.from('[Words stay](javascript:alert%281%29)')],
  ])(
    'keeps the words of a link that runs something in %s, and says that it went',
    async (name, file) => {
      const { refused, notes } = await bring(name, file())

      expect(refused).toEqual([])
      expect(notes.join('\n')).toMatch(
        /a link to “javascript:alert.*” was left out, its words stay/,
      )
      const briefing = JSON.stringify(await desk.only())
      expect(briefing).toContain('Words stay')
      expect(briefing).not.toContain('javascript:')
    },
  )
})

/** A line of 100 MB, of which no more comes into memory than is read. */
async function* aLineOf100Megabytes(): AsyncGenerator<Buffer> {
  yield Buffer.from('{"title":"Large","body":"')
  for (let at = 0; at < 100; at += 1) yield await Promise.resolve(Buffer.alloc(MEGABYTE, 'x'))
  yield Buffer.from(`"}\n${JSON.stringify(SMALL)}`)
}

it('refuses a line of 100 MB by the command, and brings in the next', async () => {
  const report = await importBriefings({
    ...{ payload: desk.test.payload, isDryRun: false, isAnnounced: false },
    lines: () => readLines(aLineOf100Megabytes()),
    onProgress: () => undefined,
  })

  expect(report.errors).toEqual([{ line: 1, field: 'line', message: 'is longer than 16 MB' }])
  expect(report.created).toBe(1)
})

it('refuses a briefings file of 100 MB at the desk', async () => {
  expect(await atTheDesk('old.jsonl', Buffer.alloc(100 * MEGABYTE))).toEqual({
    refused: ['The file is larger than 50 MB. Bring it in parts, or by the command.'],
    notes: [],
  })
})

it('drops the links that run something from the Markdown and HTML of lines, and refuses them in the editor’s JSON', async () => {
  const link = { type: 'link', fields: { url: 'javascript:alert(1)' }, children: [] }
  const body = { root: { type: 'root', children: [{ type: 'paragraph', children: [link] }] } }
  const report = await desk.bring([
    { ...SMALL, title: 'a', body: '[Words stay](javascript:alert%281%29)' },
    {
      ...SMALL,
      title: 'b',
      bodyFormat: 'html',
      body: '<a href=" javascript:alert(1)">Words stay</a>',
    },
    { ...SMALL, title: 'c', bodyFormat: 'lexical', body },
    { ...SMALL, title: 'd', sources: [{ title: 'A source', url: 'javascript:alert(1)' }] },
  ])

  expect(report.errors.map(({ line, field }) => [line, field])).toEqual([
    [3, 'body'],
    [4, 'sources.0.url'],
  ])
  expect(report.notes.filter(({ message }) => message.includes('was left out'))).toHaveLength(2)
  expect(JSON.stringify(await desk.all())).not.toContain('javascript:')
})
