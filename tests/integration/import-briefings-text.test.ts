import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { blocksOf, plainText } from '@/lib/lexical/nodes'
import { counts, faults, ImportDesk, SMALL } from '../support/import-desk'

let desk: ImportDesk
beforeAll(async () => {
  desk = await ImportDesk.open()
})
beforeEach(() => desk.empty())
afterAll(() => desk.test.close())

it('reads a file with a mark at its start, Windows line ends and empty lines, and names bad bytes', async () => {
  const lines = [Buffer.from('\uFEFF'), Buffer.from(JSON.stringify(SMALL)), Buffer.from('\r\n\r\n')]
  const bad = Buffer.concat([
    Buffer.from('{"title":"'),
    Buffer.from([0xff, 0xfe]),
    Buffer.from('"}\r\n'),
  ])

  const report = await desk.bringText(Buffer.concat([...lines, bad]))

  expect(counts(report)).toMatchObject({ created: 1, invalid: 1 })
  expect(faults(report)).toEqual(['3 line is not UTF-8: save the file in that encoding'])
})

it('makes a summary of the first sentence where there is none, but for a draft that is to have none', async () => {
  const { title, body } = SMALL
  const lines = [
    { title, body: '# Heading\n\nFirst *sentence*, with Dr. No in it? Second one.' },
    { title: 'Draft', body, status: 'draft', summary: null },
  ]
  const report = await desk.bring(lines)
  expect(counts(await desk.bring(lines))).toMatchObject({ unchanged: 2 })

  const [small, draft] = (await desk.all()).toSorted((a, b) => (a.title < b.title ? 1 : -1))
  expect(small!.summary).toMatch(/^First sentence, with Dr/)
  expect(small!.summary).not.toContain('Second')
  expect(report.notes).toMatchObject([{ line: 1, field: 'summary' }])
  expect(draft!.summary).toBe('')
})

it('reads HTML without its scripts, and says what it could not bring over', async () => {
  const report = await desk.bring([
    {
      ...SMALL,
      bodyFormat: 'html',
      body: '<h1 onclick="x()">Head</h1><script>bad()</script><p>Text <img src="a.png" alt="a chart"></p>',
    },
  ])

  const { body } = await desk.only()
  expect(plainText(blocksOf(body))).toBe('Head\nText a chart')
  expect(report.notes).toEqual([
    {
      line: 1,
      field: 'body',
      message: 'a picture was left out, its words “a chart” stand instead',
    },
  ])
})

it('refuses the editor’s JSON with nodes it does not know, unsafe links and sources nobody has', async () => {
  const root = (...children: object[]) => ({ root: { type: 'root', version: 1, children } })
  const paragraph = (...children: object[]) => ({ type: 'paragraph', version: 1, children })
  const lexical = (title: string, body: unknown) => ({
    ...SMALL,
    title,
    bodyFormat: 'lexical',
    body,
  })
  const link = { type: 'link', fields: { url: 'javascript:alert(1)' }, children: [] }
  const citation = { type: 'inlineBlock', fields: { blockType: 'citation', source: 3 } }

  const report = await desk.bring([
    lexical('a', root({ type: 'upload', value: '1' })),
    lexical('b', JSON.stringify(root(paragraph(link)))),
    lexical('c', root(paragraph(citation))),
    lexical('d', '{'),
    lexical('e', { root: { type: 'paragraph' } }),
    lexical('f', root(paragraph({ type: 'text', version: 1, text: 'Fine', format: 0 }))),
  ])

  expect(faults(report)).toEqual([
    '1 body cannot be read: root.0 is a “upload”, which is not known here',
    '2 body cannot be read: root.0.0 is a link to nowhere safe',
    '3 body cites the source 3, which is neither in the line’s list nor stored',
    '4 body is not the editor’s JSON',
    '5 body cannot be read: root is not where it belongs',
  ])
  expect(counts(report)).toMatchObject({ created: 1 })
})

it('refuses what is nested without end, and is not brought down by it', async () => {
  const deep = 20_000
  const report = await desk.bring([
    { ...SMALL, bodyFormat: 'html', body: `${'<ul><li>'.repeat(deep)}x` },
    { ...SMALL, title: 'b', body: `${'> '.repeat(deep)}x` },
    { ...SMALL, title: 'c' },
  ])

  expect(faults(report).every((fault) => / body .*nested/.test(fault))).toBe(true)
  expect(counts(report)).toMatchObject({ created: 1, invalid: 2 })
})
