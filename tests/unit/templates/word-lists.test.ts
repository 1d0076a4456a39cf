import { expect, it } from 'vitest'
import { docxToHtml } from '@/exchange/docx-to-html'
import { htmlToLexical } from '@/lib/lexical/html-to-lexical'
import { lexicalDocument, list, listItem, paragraph, text } from '@/lib/lexical/make-nodes'
import { blocksOf, everyNode, type LexicalNode, plainText } from '@/lib/lexical/nodes'
import { briefingDocument } from '@templates/word/briefing-document'

const REFERENCE = { text: 'A source', isItalic: false, href: null }

const item = (words: string, value: number, depth = 0) => listItem(value, depth, [text(words)])
const within = (value: number, inner: LexicalNode) => listItem(value, 0, [inner])

const BODY = [
  list(true, 1, [item('One', 1), item('Two', 2)]),
  paragraph([text('Between.')]),
  list(true, 3, [
    item('Three', 3),
    within(4, list(true, 1, [item('Three, one', 1, 1), item('Three, two', 2, 1)])),
    item('Four', 4),
    within(5, list(true, 3, [item('Four, three', 3, 1)])),
  ]),
  paragraph([text('Between.')]),
  list(false, 1, [
    item('A point', 1),
    within(2, list(true, 1, [item('Point, one', 1, 1), item('Point, two', 2, 1)])),
    item('Another', 2),
    within(3, list(true, 1, [item('Another, one', 1, 1)])),
  ]),
  paragraph([text('Between.')]),
  list(true, 1, [item('Anew', 1)]),
]

const numbersIn = (nodes: readonly LexicalNode[]) =>
  [...everyNode(nodes)]
    .filter(({ type, children = [] }) => type === 'listitem' && children[0]?.type !== 'list')
    .map((node) => `${String(node.value)} ${plainText([node])}`)

it('counts every list in the Word file as the page does: on after something between, anew within another', async () => {
  const file = await briefingDocument({
    ...{ title: 'Lists', summary: 'A summary.', reference: 'RB-1', url: '/briefings/lists' },
    ...{ siteUrl: 'https://signpost.example', authors: [], keyPoints: ['A key point'] },
    ...{ publishedAt: '2024-01-02T09:00:00.000Z', updatedAt: null, body: lexicalDocument(BODY) },
    ...{ sourceIds: ['s1'], references: [[REFERENCE]], warnings: [null] },
    ...{ pictures: new Map(), asAt: new Date('2026-11-27T09:00:00.000Z') },
  })
  const { html } = await docxToHtml(file)
  const lost: string[] = []
  const read = blocksOf(htmlToLexical(html, (sentence) => lost.push(sentence)))

  expect(numbersIn(read)).toEqual(['1 A key point', ...numbersIn(BODY), '1 A source'])
  expect(lost).toEqual([])
})
