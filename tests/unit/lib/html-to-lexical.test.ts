import { expect, it } from 'vitest'
import { htmlToLexical } from '@/lib/lexical/html-to-lexical'
import { blocksOf, everyNode, type LexicalNode, plainText } from '@/lib/lexical/nodes'

const lost: string[] = []
const convert = (html: string): readonly LexicalNode[] => {
  lost.length = 0
  return blocksOf(htmlToLexical(html, (sentence) => lost.push(sentence)))
}
const typesOf = (nodes: readonly LexicalNode[]) => nodes.map(({ type, tag }) => tag ?? type)
const all = (nodes: readonly LexicalNode[], type: string) =>
  [...everyNode(nodes)].filter((node) => node.type === type)

it('keeps headings, paragraphs, quotations and rules in their order', () => {
  const nodes = convert(
    '<h1>One</h1><p>Two</p>loose words<h3>Three</h3><hr><h5>Four</h5><blockquote><p>a</p><p>b</p></blockquote>',
  )

  expect(typesOf(nodes)).toEqual([
    'h2',
    'paragraph',
    'paragraph',
    'h3',
    'horizontalrule',
    'h3',
    'quote',
  ])
  expect(plainText(nodes)).toBe('One\nTwo\nloose words\nThree\nFour\na\nb')
})

it('shows white space as a browser would', () => {
  const [paragraph] = convert(
    '<p>\n  a <b>bold </b> and<a href="/x"> a link </a>here <br>\n next </p>',
  )

  expect(plainText([paragraph!])).toBe('a bold and a link here\nnext')
})

it('lets a numbered list that something interrupts go on where it went on', () => {
  const lists = all(
    convert(
      '<ol><li>a</li><li>b</li></ol><p>Between.</p><ol start="3"><li>c<ol><li>c1</li></ol></li><li>d</li></ol>' +
        '<p>Between.</p><ol><li value="5">e</li><li>f</li></ol>',
    ),
    'list',
  )

  expect(lists.map(({ start, children }) => [start, children?.map(({ value }) => value)])).toEqual([
    [1, [1, 2]],
    [3, [3, 4, 4]],
    [1, [1]],
    [5, [5, 6]],
  ])
  expect(lost).toEqual([])
})

it('says where the numbers of a list jumped, which the editor does not keep, and heeds none of a list without numbers', () => {
  const lists = convert(
    '<ol><li>a</li><li value="7">b</li><li>c</li></ol><ul><li value="4">d</li></ul><ol start="x"><li>e</li></ol>',
  )

  expect(lists.map(({ start, children }) => [start, children?.length])).toEqual([
    [1, 3],
    [1, 1],
    [1, 1],
  ])
  expect(lost).toEqual(['a numbered list goes on without a gap where it went to 7'])
})

it('makes a figure of a picture that comes with the text, after the block it stands in, and of no other', () => {
  const html =
    '<p>a <img src="media:2" alt="A wall"> b</p><ul><li>c<img src="media:1" alt="A door"></li></ul>' +
    '<p>d</p><img src="media:1" alt=" "><img src="media:3" alt="Beyond"><img src="/media:1" alt="Elsewhere">'
  const nodes = blocksOf(htmlToLexical(html, () => undefined, 2))

  expect(typesOf(nodes)).toEqual(['paragraph', 'block', 'ul', 'block', 'paragraph', 'paragraph'])
  expect(all(nodes, 'block').map(({ fields }) => fields)).toMatchObject([
    { blockType: 'figure', picture: 2, alt: 'A wall' },
    { blockType: 'figure', picture: 1, alt: 'A door' },
  ])
  expect(plainText([nodes[0]!, nodes[5]!])).toBe('a b\nBeyondElsewhere')
  expect(all(convert(html), 'block')).toEqual([])
})

it('keeps marks and links, and the order of nested lists', () => {
  const nodes = convert(
    '<ol start="3"><li>a <strong>b</strong><ul><li>c</li></ul></li><li><p>d</p><p>e</p></li></ol>' +
      '<p>m<sup>2</sup> <a href="https://example.org/">there</a></p>',
  )

  expect(nodes[0]).toMatchObject({ tag: 'ol', start: 3 })
  expect(all(nodes, 'listitem').map(({ value, indent }) => [value, indent])).toEqual([
    [3, 0],
    [4, 0],
    [1, 1],
    [4, 0],
  ])
  expect(all(nodes, 'text').map(({ text, format }) => [text, format])).toEqual([
    ['a ', 0],
    ['b', 1],
    ['c', 0],
    ['d', 0],
    ['e', 0],
    ['m', 0],
    ['2', 64],
    [' ', 0],
    ['there', 0],
  ])
  expect(all(nodes, 'link')[0]?.fields).toMatchObject({ url: 'https://example.org/' })
})

it('keeps the heads and the spans of a table', () => {
  const [caption, table] = convert(
    '<table><caption>Rents</caption><thead><tr><th>Year</th><th colspan="2">Rent</th></tr></thead>' +
      '<tbody><tr><th scope="row">2020</th><td rowspan="2">£1</td><td><ul><li>x</li></ul></td></tr></tbody></table>',
  )

  expect(plainText([caption!])).toBe('Rents')
  expect(
    all([table!], 'tablecell').map(({ headerState, colSpan, rowSpan }) => [
      headerState,
      colSpan,
      rowSpan,
    ]),
  ).toEqual([
    [1, 1, 1],
    [1, 2, 1],
    [2, 1, 1],
    [0, 1, 2],
    [0, 1, 1],
  ])
})

it('drops scripts, styles, event attributes and links to anywhere unsafe', () => {
  const nodes = convert(
    '<style>p{}</style><script>alert(1)</script><p onclick="x()">Safe <a href="javascript:alert(1)">words</a>' +
      '<a href=" java\tscript:alert(1)">!</a></p><iframe src="https://x"></iframe><!-- c --><svg><script>y</script></svg>',
  )

  expect(plainText(nodes)).toBe('Safe words!')
  expect(JSON.stringify(nodes)).not.toMatch(/alert|onclick|x\(\)|iframe/)
  expect(lost).toEqual([
    'a link to “javascript:alert(1)” was left out, its words stay',
    'a link to “java\tscript:alert(1)” was left out, its words stay',
    '<iframe> was left out',
    '<svg> was left out',
  ])
})

it('leaves the words of a picture, and says so', () => {
  const nodes = convert(
    '<figure><img src="x.png" alt="A chart of rents"><figcaption>Rents</figcaption></figure>',
  )

  expect(plainText(nodes)).toBe('A chart of rents\nRents')
  expect(lost).toEqual(['a picture was left out, its words “A chart of rents” stand instead'])
})

it('gives the same document for the same text, and survives what is broken', () => {
  const broken = '<p>one<p>two<li>three<td>four</b></div> <a href>five'

  expect(convert(broken)).toEqual(convert(broken))
  expect(plainText(convert(broken))).toBe('one\ntwo\nthree\nfour five')
  expect(convert('')).toEqual([])
})
