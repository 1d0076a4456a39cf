import { expect, it } from 'vitest'
import { htmlToLexical } from '@/lib/lexical/html-to-lexical'
import { MarkdownFault } from '@/lib/lexical/markdown-conversion'
import { markdownToLexical } from '@/lib/lexical/markdown-to-lexical'
import { blocksOf, everyNode, plainText } from '@/lib/lexical/nodes'

const SOURCES: Record<string, string> = { 'nao-2017': 'source-1', 'crisis-2018': 'source-2' }
const convert = (markdown: string) => markdownToLexical(markdown, (key) => SOURCES[key])
const blocks = (markdown: string) => blocksOf(convert(markdown))

const CASE_STUDY = `\`\`\`case-study
title: Housing First
who: A council
where: A city
what: It gave homes first.
outcome: People stayed.
sources: [nao-2017]
\`\`\``

it('keeps the two levels of heading the editor knows', () => {
  expect(blocks('# One\n\n## Two\n\n### Three\n\n#### Four')).toMatchObject([
    { type: 'heading', tag: 'h2' },
    { type: 'heading', tag: 'h2' },
    { type: 'heading', tag: 'h3' },
    { type: 'heading', tag: 'h3' },
  ])
})

it('keeps bold and italic, one inside the other too', () => {
  expect(blocks('Plain **bold *both***')[0]?.children).toMatchObject([
    { text: 'Plain ', format: 0 },
    { text: 'bold ', format: 1 },
    { text: 'both', format: 3 },
  ])
})

it('puts a nested list where the editor keeps it, in an item of its own', () => {
  const [list] = blocks('- one\n  - deeper\n- two')

  expect(list).toMatchObject({ type: 'list', tag: 'ul', listType: 'bullet' })
  expect(list?.children).toMatchObject([
    { type: 'listitem', indent: 0, children: [{ text: 'one' }] },
    {
      type: 'listitem',
      children: [{ type: 'list', children: [{ indent: 1, children: [{ text: 'deeper' }] }] }],
    },
    { type: 'listitem', indent: 0, children: [{ text: 'two' }] },
  ])
})

it('starts a numbered list where the writer did', () => {
  expect(blocks('3. three\n4. four')).toMatchObject([
    { tag: 'ol', start: 3, children: [{ value: 3 }, { value: 4 }] },
  ])
})

it('lets a numbered list that a paragraph interrupts go on where it went on', () => {
  const lists = blocks('1. one\n2. two\n\nBetween.\n\n3. three\n   1. deeper\n4. four')

  expect(lists).toMatchObject([
    { tag: 'ol', start: 1, children: [{ value: 1 }, { value: 2 }] },
    { type: 'paragraph' },
    { tag: 'ol', start: 3, children: [{ value: 3 }, { value: 4 }, { value: 4 }] },
  ])
})

it('makes the first row of a table its header', () => {
  const [table] = blocks('| Year | Rate |\n| --- | --- |\n| 2019 | 5% |')

  expect(table?.children?.map((row) => row.children?.map((cell) => cell.headerState))).toEqual([
    [1, 1],
    [0, 0],
  ])
  expect(plainText([table!])).toBe('Year\nRate\n2019\n5%')
})

it('turns a footnote reference into a citation of its source', () => {
  expect(blocks('A claim.[^nao-2017] Another.[^crisis-2018]')[0]?.children).toMatchObject([
    { text: 'A claim.' },
    { type: 'inlineBlock', fields: { blockType: 'citation', source: 'source-1' } },
    { text: ' Another.' },
    { type: 'inlineBlock', fields: { blockType: 'citation', source: 'source-2' } },
  ])
})

it('turns a case-study fence into a case study with its sources', () => {
  expect(blocks(CASE_STUDY)).toMatchObject([
    {
      type: 'block',
      fields: { blockType: 'caseStudy', title: 'Housing First', sources: ['source-1'] },
    },
  ])
})

it('names every unknown source and every missing field at once', () => {
  const faulty =
    'A.[^nobody]\n\n```case-study\ntitle: Half\nwho: A council\nsources: [nao-2017]\n```'

  expect(() => convert(faulty)).toThrow(MarkdownFault)
  expect(() => convert(faulty)).toThrow(/“nobody”[^]*“Half”: where[^]*“Half”: what/)
})

it('gives the same document, ids included, for the same text', () => {
  const markdown = `A.[^nao-2017] B.[^nao-2017] [link](https://example.org)\n\n${CASE_STUDY}`
  const ids = [...everyNode(blocks(markdown))].flatMap((node) => node.fields?.id ?? node.id ?? [])

  expect(convert(markdown)).toEqual(convert(markdown))
  expect(new Set(ids).size).toBe(4)
})

it('drops raw HTML and links that could run, and keeps their words', () => {
  const nodes = blocks('<script>alert(1)</script>\n\nRead <b>this</b> [now](javascript:alert(1)).')

  expect(plainText(nodes)).toBe('Read this now.')
  expect([...everyNode(nodes)].some((node) => node.type === 'link')).toBe(false)
})

it('takes the mark from a pull quote and leaves a quotation', () => {
  expect(blocks('> PULL: A sentence to remember.')).toMatchObject([
    { type: 'quote', children: [{ text: 'A sentence to remember.' }] },
  ])
})

const fromElsewhere = (markdown: string) => {
  const lost: string[] = []
  const lose = (sentence: string) => lost.push(sentence)
  const document = markdownToLexical(markdown, (key) => SOURCES[key], {
    html: (html) => blocksOf(htmlToLexical(html, lose)),
    lose,
  })
  return { nodes: blocksOf(document), lost }
}

it('keeps what HTML within Markdown from elsewhere says, but never its scripts', () => {
  const { nodes, lost } = fromElsewhere(
    'm<sup>2</sup><br>next <script>alert(1)</script><img alt="A map" src="x">\n\n' +
      '<table><tr><td>cell</td></tr></table>\n\n<script>\nalert(2)\n</script>',
  )

  expect(plainText(nodes)).toBe('m2\nnext A map\ncell')
  expect([...everyNode(nodes)].find(({ text }) => text === '2')).toMatchObject({ format: 64 })
  expect(lost).toEqual(['a picture was left out, its words “A map” stand instead'])
})

it('sets footnotes with words of their own as numbered notes, and still cites sources', () => {
  const { nodes, lost } = fromElsewhere(
    'One[^a] two[^b] three[^nao-2017] four[^none]\n\n[^a]: First *note*.\n[^b]: Second.',
  )

  expect(plainText(nodes)).toBe('One1 two2 three four[^none]\nNotes\nFirst note.\nSecond.')
  expect([...everyNode(nodes)].find(({ type }) => type === 'inlineBlock')?.fields).toMatchObject({
    source: 'source-1',
  })
  expect(lost).toEqual([
    'the mark [^none] has no note and no source, so it stands as it was written',
  ])
})
